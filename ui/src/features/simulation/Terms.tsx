// The conditions on one row, each saved on being left: the amount carried over from the plan, the duration as the usual
// choices, the two days; the rest is folded.

import { useState } from "preact/hooks";
import type { Fields } from "../../ipc/fields.ts";
import type { SimulationFields, SimulationView } from "../../ipc/types.ts";
import { RecordedSegmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import { OtherTerms, type Tie } from "./LoanFields.tsx";
import { keptTerm, keptTerms, OTHER } from "./logic.ts";
import * as words from "./words.ts";

interface TermsProps {
  view: SimulationView;
  fields: Fields<SimulationFields>;
  onMonths: (months: string) => void;
  /** The TAEG of the revolving credit, while it is typed. */
  taeg: Tie;
}

export function Terms({ view, fields: { tie }, onMonths, taeg }: TermsProps) {
  const { follows, usual_months } = view;
  const months = tie("months");
  const isUsual = usual_months.some((usual) => String(usual) === months.value);
  const [isOther, setOther] = useState(months.value !== "" && !isUsual);
  return (
    <Sheet title={words.terms} note={view.settled} isHeard={view.settled === ""}>
      <div class="body">
        <div class="row top terms">
          <MoneyField label={words.amount} {...tie("amount")} />
          <RecordedSegmented
            legend={words.monthsLong}
            class="bare"
            name="months"
            options={[
              ...usual_months.map((usual) => ({ key: String(usual), label: String(usual) })),
              { key: OTHER, label: words.otherDuration },
            ]}
            value={isOther ? OTHER : months.value}
            onInput={(key) => {
              setOther(key === OTHER);
              if (key !== OTHER) onMonths(key);
            }}
          />
          {isOther && <TextField label={words.otherMonths} inputMode="numeric" width="w-short" {...months} />}
          <DateField label={words.paidOn} {...tie("disbursed_on")} />
          <DateField
            label={words.firstInstalment}
            hint={follows.first_due_on || undefined}
            {...tie("first_due_on")}
          />
        </div>
        {follows.amount && <p class="soft small">{follows.amount}</p>}
        <OtherTerms
          tie={(term) => tie(keptTerm(term))}
          offered={keptTerms.filter((term) => view.conditions.includes(term))}
          follows={follows}
        >
          <TextField
            label={words.rate}
            inputMode="decimal"
            width="w-short"
            hint={follows.rate || undefined}
            {...tie("rate")}
          />
          {view.products.length > 0 && (
            <Select
              label={words.product}
              options={view.products}
              blank={words.noProduct}
              {...tie("product")}
            />
          )}
          <TextField label={words.revolvingTaeg} inputMode="decimal" width="w-short" {...taeg} />
        </OtherTerms>
      </div>
    </Sheet>
  );
}
