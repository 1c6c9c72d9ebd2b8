// How a budget is read: the same form for the office and for a bank's own rule.

import { useAnswer } from "../../ipc/answers.ts";
import type { Form } from "../../ipc/form.ts";
import type { BudgetRuleChoices, BudgetRuleFields } from "../../ipc/types.ts";
import { FieldError } from "../../parts/Field.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { MoneyField, TextField } from "../../parts/TextField.tsx";
import { Fold } from "./Fold.tsx";
import { entriesLeft, exceptionsOf, withException, withoutException } from "./logic.ts";
import * as words from "./words.ts";

interface RuleProps<F extends BudgetRuleFields> {
  form: Form<F>;
  choices: BudgetRuleChoices;
}

/** The threshold, what it is for, and what enters the account. */
export function BudgetRule<F extends BudgetRuleFields>({ form, choices }: RuleProps<F>) {
  return (
    <fieldset>
      <legend>{words.resteAVivre}</legend>
      <div class="form">
        <MoneyField
          label={words.threshold}
          class="half"
          optional
          hint={words.thresholdHint}
          {...form.tie("threshold", "amount")}
        />
        <Segmented legend={words.period} class="half" options={choices.periods} {...form.tie("period")} />
        <Select label={words.divisor} class="half" options={choices.divisors} {...form.tie("divisor")} />
        <Segmented
          legend={words.instalment}
          class="half"
          options={choices.instalments}
          {...form.tie("instalment")}
        />
        {form.typed.divisor === "consumption_units" && <p class="hint">{choices.consumption_units}</p>}
        {form.typed.divisor === "own_units" && <Units form={form} />}
        <TextField
          label={words.debtRatio}
          class="half"
          optional
          hint={words.debtRatioHint}
          width="w-short"
          inputMode="decimal"
          {...form.tie("debt_ratio_max", "rate")}
        />
        <MoneyField
          label={words.incomeCeiling}
          class="half"
          optional
          hint={words.incomeCeilingHint}
          {...form.tie("income_ceiling", "amount")}
        />
        <TextField
          label={words.incomeByPersons}
          class="half"
          optional
          hint={words.incomeByPersonsHint}
          {...form.tie("income_by_persons")}
        />
        <MoneyField
          label={words.incomeQuotient}
          class="half"
          optional
          hint={words.incomeQuotientHint}
          {...form.tie("income_quotient", "amount")}
        />
      </div>
      <Lines form={form} />
    </fieldset>
  );
}

/** What each person weighs, where the office or the bank has weights of its own. */
function Units<F extends BudgetRuleFields>({ form }: { form: Form<F> }) {
  const weights = [
    { field: "unit_first", label: words.unitFirst },
    { field: "unit_adult", label: words.unitAdult },
    { field: "unit_child", label: words.unitChild },
  ] as const;
  return (
    <div>
      <TextField label={words.unitLabel} hint={words.unitLabelHint} {...form.tie("unit_label")} />
      <div class="row top small-gap">
        {weights.map(({ field, label }) => (
          <TextField key={field} label={label} width="w-short" inputMode="decimal" {...form.tie(field)} />
        ))}
        <TextField
          label={words.unitAdultFrom}
          width="w-short"
          inputMode="numeric"
          {...form.tie("unit_adult_from")}
        />
        <TextField
          label={words.unitLoneParent}
          optional
          width="w-short"
          inputMode="decimal"
          {...form.tie("unit_lone_parent")}
        />
      </div>
    </div>
  );
}

/** The lines that count: the list's, but for a few exceptions. */
function Lines<F extends BudgetRuleFields>({ form }: { form: Form<F> }) {
  const { value: choices } = useAnswer("choices", {});
  const put = (rule: Pick<BudgetRuleFields, "added" | "removed">) => form.put(rule as Partial<F>);
  const entries = choices?.budget_entries ?? [];
  const exceptions = exceptionsOf(form.typed, entries);
  const error = form.errorOf("added") ?? form.errorOf("removed");
  return (
    <Fold
      summary={exceptions.length === 0 ? words.countedLines : words.countedLinesBut(exceptions.length)}
      isStated={exceptions.length > 0}
    >
      <p class="hint">{words.countedLinesHint}</p>
      {exceptions.length > 0 && (
        <ul class="exceptions">
          {exceptions.map(({ key, label, counted }) => (
            <li key={key}>
              <span>
                <b>{label}</b> {counted ? words.countedToo : words.leftOut}
              </span>
              <button
                type="button"
                class="button quiet small"
                aria-label={words.dropExceptionOf(label)}
                onClick={() => put(withoutException(form.typed, key))}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      {error && <FieldError id="exceptions-error" text={error} />}
      <Select
        label={words.addException}
        name="added"
        blank={words.choose}
        options={entriesLeft(form.typed, entries)}
        value=""
        onInput={(key) => {
          const entry = entries.find((one) => one.key === key);
          if (entry) put(withException(form.typed, entry));
        }}
      />
    </Fold>
  );
}
