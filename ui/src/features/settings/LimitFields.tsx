import type { Form } from "../../ipc/form.ts";
import type { Choice, LimitFields as Limits } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { FieldError } from "../../parts/Field.tsx";
import { Select } from "../../parts/Select.tsx";
import { MoneyField, TextField } from "../../parts/TextField.tsx";
import { withSubLimit } from "./logic.ts";
import * as words from "./words.ts";

/** Amounts, months, and ceilings of their own for some purposes. */
export function LimitFields<F extends Limits>({
  form,
  purposes,
}: {
  form: Form<F>;
  purposes: readonly Choice[];
}) {
  return (
    <fieldset>
      <legend>{words.limits}</legend>
      <p class="hint">{words.limitsHint}</p>
      <div class="row top small-gap">
        <MoneyField label={words.amountMin} optional {...form.tie("amount_min", "amount")} />
        <MoneyField label={words.amountMax} optional {...form.tie("amount_max", "amount")} />
        <MoneyField
          label={words.exceptionalAmount}
          optional
          {...form.tie("exceptional_amount_max", "amount")}
        />
      </div>
      <div class="row top small-gap">
        <Months form={form} label={words.monthsMin} field="months_min" />
        <Months form={form} label={words.monthsMax} field="months_max" />
        <Months form={form} label={words.exceptionalMonths} field="exceptional_months_max" />
      </div>
      <SubLimits form={form} purposes={purposes} />
    </fieldset>
  );
}

interface MonthsProps<F extends Limits> {
  form: Form<F>;
  label: string;
  field: "months_min" | "months_max" | "exceptional_months_max";
}

function Months<F extends Limits>({ form, label, field }: MonthsProps<F>) {
  return <TextField label={label} optional width="w-money" inputMode="numeric" {...form.tie(field)} />;
}

function SubLimits<F extends Limits>({ form, purposes }: { form: Form<F>; purposes: readonly Choice[] }) {
  const limits = form.typed.sub_limits;
  const put = (next: Limits["sub_limits"]) => form.put({ sub_limits: next } as Partial<F>);
  const error = form.errorOf("sub_limits");
  const nameOf = (key: string) => purposes.find((purpose) => purpose.key === key)?.label ?? "";
  return (
    <div class="small-gap">
      {limits.map((limit, at) => (
        // A line has no name of its own: its place is what tells it.
        <div class="row top" key={at}>
          <Select
            label={words.purpose}
            name={at === 0 ? "sub_limits" : `sub_limits_${at}`}
            blank={words.choose}
            options={purposes}
            value={limit.purpose}
            onInput={(purpose) => put(withSubLimit(limits, at, { purpose }))}
          />
          <MoneyField
            label={words.ceiling}
            name={`sub_limit_amount_${at}`}
            value={limit.amount_max}
            onInput={(amount_max) => put(withSubLimit(limits, at, { amount_max }))}
          />
          <button
            type="button"
            class="button quiet"
            aria-label={words.removeSubLimit(nameOf(limit.purpose))}
            onClick={() => put(limits.filter((_, place) => place !== at))}
          >
            {words.remove}
          </button>
        </div>
      ))}
      {error && <FieldError id="sub-limits-error" text={error} />}
      <Button small sign="plus" onClick={() => put([...limits, { purpose: "", amount_max: "" }])}>
        {words.addSubLimit}
      </Button>
    </div>
  );
}
