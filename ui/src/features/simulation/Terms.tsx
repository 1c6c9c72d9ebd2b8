// The terms of the loan, each field saved on being left; what is left empty
// follows from the plan or from the agreement, and says so.

import type { Fields } from "../../ipc/fields.ts";
import type { SimulationFields, SimulationView } from "../../ipc/types.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import { words } from "./words.ts";

interface TermsProps {
  view: SimulationView;
  fields: Fields<SimulationFields>;
}

const requirements = [
  { key: "optional", label: words.optional },
  { key: "required", label: words.required },
];

export function Terms({ view, fields: { tie } }: TermsProps) {
  const { follows } = view;
  return (
    <Sheet title={words.terms} note={view.settled}>
      <div class="body">
        <div class="form six">
          <Select
            class="t4"
            label={words.lender}
            options={view.lenders}
            blank={words.notChosen}
            {...tie("lender")}
          />
          <Select
            class="t4"
            label={words.product}
            options={view.products}
            blank={words.noProduct}
            {...tie("product")}
          />
          <MoneyField class="t4" label={words.amount} hint={follows.amount || undefined} {...tie("amount")} />
          <TextField class="t3" label={words.months} inputMode="numeric" width="w-short" {...tie("months")} />
          <TextField
            class="t3"
            label={words.rate}
            inputMode="decimal"
            width="w-short"
            hint={follows.rate || undefined}
            {...tie("rate")}
          />
          <DateField
            class="t3"
            label={words.disbursedOn}
            placeholder={words.dateForm}
            {...tie("disbursed_on")}
          />
          <DateField
            class="t3"
            label={words.firstDueOn}
            placeholder={words.dateForm}
            {...tie("first_due_on")}
          />
          <TextField
            class="t3"
            label={words.interestOnly}
            inputMode="numeric"
            width="w-short"
            {...tie("interest_only")}
          />
          <MoneyField class="t3" label={words.fee} hint={follows.fee || undefined} {...tie("fee")} />
          <MoneyField class="t3" label={words.insurance} {...tie("insurance")} />
          {view.fields.insurance !== "" && (
            <Select
              class="t3"
              label={words.insuranceRequirement}
              options={requirements}
              {...tie("insurance_requirement")}
            />
          )}
        </div>
        <div role="status">
          {view.lacks && (
            <Notice tone="info" title={words.lacks}>
              {view.lacks}
            </Notice>
          )}
        </div>
      </div>
    </Sheet>
  );
}
