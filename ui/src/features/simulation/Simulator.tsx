// The simulator: a loan worked out outside any dossier, nothing kept of it.

import { useRef, useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { asFailure, call } from "../../ipc/call.ts";
import { errorAt } from "../../ipc/forms.ts";
import type { Input } from "../../ipc/kinds.ts";
import type { LoanShown } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField, useArrival, useTitle } from "../../parts/place.ts";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Loan } from "./Loan.tsx";
import { MainTerms, OtherTerms } from "./LoanFields.tsx";
import { allowsInterestOnly, blankLoan, lendersOf } from "./logic.ts";
import { words } from "./words.ts";

type LoanTyped = Input<"simulate">;

export function Simulator() {
  const [typed, setTyped] = useState<LoanTyped>(blankLoan);
  const [loan, setLoan] = useState<LoanShown | null>(null);
  const place = useRef<HTMLFormElement>(null);
  const lenders = useAnswer("lenders", {}).value;
  useTitle(words.simulatorWindow);
  useArrival(true);
  const calculate = useAction(async () => {
    setLoan(null);
    try {
      setLoan((await call("simulate", typed)).loan);
    } catch (reason) {
      focusField(place.current, asFailure(reason).field);
      throw reason;
    }
  });
  const put = (change: Partial<LoanTyped>) => {
    calculate.clear();
    setTyped({ ...typed, ...change });
  };
  const tie = (field: Exclude<keyof LoanTyped, "insurance_required">) => ({
    name: field,
    value: typed[field],
    error: errorAt(calculate.failure, field),
    onInput: (text: string) => put({ [field]: text }),
  });
  const isShown = calculate.failure?.field && place.current?.elements.namedItem(calculate.failure.field);
  return (
    <>
      <div class="page-head">
        <h1 tabIndex={-1}>{words.simulator}</h1>
        <p class="soft">{words.simulatorIntro}</p>
      </div>
      <div class="stack">
        <Sheet title={words.terms}>
          <form
            class="body"
            ref={place}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void calculate.run();
            }}
          >
            <MainTerms
              arrival
              amount={tie("amount")}
              months={tie("months")}
              rate={tie("annual_rate")}
              disbursed={tie("disbursed")}
              firstDue={tie("first_due")}
            />
            <div class="row top">
              <Select
                label={words.lender}
                options={lendersOf(lenders)}
                blank={words.anyLender}
                hint={words.lenderHint}
                {...tie("lender")}
              />
            </div>
            <OtherTerms
              fee={tie("fee")}
              insurance={tie("insurance_monthly")}
              requirement={{
                name: "insurance_required",
                value: typed.insurance_required ? "required" : "optional",
                onInput: (key) => put({ insurance_required: key === "required" }),
              }}
              interestOnly={
                allowsInterestOnly(lenders, typed.lender) || typed.interest_only !== ""
                  ? tie("interest_only")
                  : null
              }
            />
            <p>
              <Button submit look="main" shortcut={words.enter} disabled={calculate.busy}>
                {calculate.busy ? words.calculating : words.calculate}
              </Button>
            </p>
            <Refused failure={isShown ? null : calculate.failure} />
          </form>
        </Sheet>
        <div role="status" class="stack">
          {loan && <Loan loan={loan} resteAVivre={null} />}
        </div>
      </div>
    </>
  );
}
