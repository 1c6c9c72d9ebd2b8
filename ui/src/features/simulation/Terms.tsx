// The terms of the loan, each field saved on being left; what is left empty
// follows from the plan or from the agreement, and says so.

import type { Fields } from "../../ipc/fields.ts";
import type { SimulationFields, SimulationView } from "../../ipc/types.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { MainTerms, OtherTerms } from "./LoanFields.tsx";
import { keptTerm, keptTerms } from "./logic.ts";
import * as words from "./words.ts";

interface TermsProps {
  view: SimulationView;
  fields: Fields<SimulationFields>;
}

export function Terms({ view, fields: { tie } }: TermsProps) {
  const { follows } = view;
  return (
    <Sheet title={words.terms} note={view.settled}>
      <div class="body">
        <MainTerms
          amount={tie("amount")}
          months={tie("months")}
          rate={tie("rate")}
          disbursed={tie("disbursed_on")}
          firstDue={tie("first_due_on")}
          follows={follows}
        />
        <div class="row top">
          <Select label={words.lender} options={view.lenders} blank={words.notChosen} {...tie("lender")} />
          <Select label={words.product} options={view.products} blank={words.noProduct} {...tie("product")} />
        </div>
        <OtherTerms
          tie={(term) => tie(keptTerm(term))}
          offered={keptTerms.filter((term) => view.conditions.includes(term))}
          follows={follows}
        />
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
