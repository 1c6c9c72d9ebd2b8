import { useAnswer } from "../../ipc/answers.ts";
import type { Form } from "../../ipc/form.ts";
import type { Choice } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { FieldError } from "../../parts/Field.tsx";
import { Select } from "../../parts/Select.tsx";
import { MoneyField } from "../../parts/TextField.tsx";
import { Fold } from "./Fold.tsx";
import { blankSpending, type RulesForm, spendingEntries, withSpending } from "./logic.ts";
import * as words from "./words.ts";

interface UsualSpendingProps {
  form: Form<RulesForm>;
  /** What an amount may be for. */
  shares: readonly Choice[];
}

/** What spending lines usually are here, line by line. */
export function UsualSpending({ form, shares }: UsualSpendingProps) {
  const { value: choices } = useAnswer("choices", {});
  const rows = form.typed.usual_spending;
  const put = (usual_spending: typeof rows) => form.put({ usual_spending });
  const entries = spendingEntries(choices?.budget_entries ?? []);
  const labelOf = (key: string) => entries.find((entry) => entry.key === key)?.label ?? "";
  const error = form.errorOf("usual_spending");
  return (
    <Fold
      summary={rows.length === 0 ? words.usualSpending : words.usualSpendingOf(rows.length)}
      isStated={rows.length > 0}
    >
      <p class="hint">{words.usualSpendingHint}</p>
      {rows.map((row, at) => (
        // A row has no name of its own: its place is what tells it.
        <div class="row top" key={at}>
          <Select
            label={words.spending}
            name={at === 0 ? "usual_spending" : `usual_spending_${at}`}
            blank={words.choose}
            options={entries}
            value={row.entry}
            onInput={(entry) => put(withSpending(rows, at, { entry }))}
          />
          <Select
            label={words.usualFor}
            name={`usual_per_${at}`}
            options={shares}
            value={row.per}
            onInput={(per) => put(withSpending(rows, at, { per }))}
          />
          <MoneyField
            label={words.usualLeast}
            optional
            name={`usual_least_${at}`}
            value={row.least}
            onInput={(least) => put(withSpending(rows, at, { least }))}
          />
          <MoneyField
            label={words.usualMost}
            name={`usual_most_${at}`}
            value={row.most}
            onInput={(most) => put(withSpending(rows, at, { most }))}
          />
          <button
            type="button"
            class="button quiet"
            aria-label={words.removeSpending(labelOf(row.entry))}
            onClick={() => put(rows.filter((_, place) => place !== at))}
          >
            {words.remove}
          </button>
        </div>
      ))}
      {error && <FieldError id="usual-spending-error" text={error} />}
      <Button small sign="plus" onClick={() => put([...rows, blankSpending])}>
        {words.addExpense}
      </Button>
    </Fold>
  );
}
