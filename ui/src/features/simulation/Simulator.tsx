// The simulator: a loan worked out outside any dossier, nothing kept of it.

import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { Simulated } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { useArrival, useTitle } from "../../parts/place.ts";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { useUnsaved } from "../../parts/unsaved.ts";
import { Loan } from "./Loan.tsx";
import { MainTerms, OtherTerms } from "./LoanFields.tsx";
import { allowedTerms, blankLoan, lendersOf, typedTerm } from "./logic.ts";
import { Warning } from "./Warning.tsx";
import * as words from "./words.ts";

export function Simulator({ title }: { title: string }) {
  const [found, setFound] = useState<{ asked: typeof blankLoan; answer: Simulated } | null>(null);
  const lenders = useAnswer("lenders", {}).value;
  useTitle(words.simulatorWindow);
  useArrival(true);
  const form = useForm({
    name: "simulator",
    recorded: blankLoan,
    isQuestion: true,
    send: async (asked) => {
      setFound(null);
      setFound({ asked, answer: await call("simulate", asked) });
    },
  });
  const { typed, tie } = form;
  useUnsaved({ isUnsaved: !form.isBlank, send: null, sentence: words.simulatorIntro });
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p>{words.simulatorIntro}</p>
        </div>
      </div>
      <div class="stack">
        <Sheet title={words.terms}>
          <Form form={form} class="body">
            <MainTerms
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
              tie={(term) =>
                term === "insurance_requirement"
                  ? {
                      name: "insurance_required",
                      value: typed.insurance_required ? "required" : "optional",
                      onInput: (key) => form.put({ insurance_required: key === "required" }),
                    }
                  : tie(typedTerm[term])
              }
              offered={allowedTerms(lenders, typed.lender)}
            />
            <div class="row top">
              <TextField
                label={words.revolvingTaeg}
                inputMode="decimal"
                width="w-short"
                hint={words.revolvingHint}
                {...tie("revolving_taeg")}
              />
            </div>
            <p>
              <Button submit look="main" shortcut={words.enterKey} disabled={form.busy}>
                {form.busy ? words.calculating : words.calculate}
              </Button>
            </p>
          </Form>
        </Sheet>
        <div role="status" class="stack">
          {found && (
            <Loan
              loan={found.answer.loan}
              resteAVivre={null}
              explain={(figure) => call("explain_loan", { loan: found.asked, figure })}
            />
          )}
          {found?.answer.revolving && (
            <Sheet title={words.revolving} note={found.answer.revolving.source}>
              <div class="body">
                <p>{words.revolvingSentence(found.answer.revolving)}</p>
              </div>
            </Sheet>
          )}
          {found?.answer.warning && <Warning warning={found.answer.warning} />}
        </div>
      </div>
    </>
  );
}
