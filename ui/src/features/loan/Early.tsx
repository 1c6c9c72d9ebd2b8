// What repaying everything on a day asks for, with where it comes from.

import { useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { errorAt } from "../../ipc/forms.ts";
import type { LoanRoomView, LoanStanding } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Explain } from "../../parts/Explained.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { DateField, MoneyField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface EarlyProps {
  dossier: number;
  standing: LoanStanding;
  onDone: (view: LoanRoomView) => void;
}

export function Early({ dossier, standing, onDone }: EarlyProps) {
  const [on, setOn] = useState("");
  const [amount, setAmount] = useState("");
  const settling = useAction(async () => {
    onDone(await call("settle_loan", { dossier, how: "early", on, amount, note: "" }));
  });
  const { value, failure } = useAnswer("early_repayment", { dossier, on });
  const error = errorAt(failure, "on");
  return (
    <Sheet title={words.early}>
      <div class="body">
        <DateField
          label={words.earlyOn}
          optional
          hint={words.earlyHint}
          placeholder={words.dateForm}
          name="early_on"
          value={on}
          error={error}
          onInput={setOn}
        />
        <Refused failure={error === null ? failure : null} />
        {value && !failure && (
          <>
            <p>
              <span class="small soft block">{value.explained.title}</span>
              <span class="big">{value.to_pay.text}</span>{" "}
              <Explain of={value.explained.title} ask={() => Promise.resolve(value.explained)} />
            </p>
            {value.missed && (
              <p>
                <State meaning="late">{value.missed_sentence}</State>
              </p>
            )}
            {standing.can_settle && (
              <form
                class="stack"
                aria-label={words.settleEarly}
                noValidate
                onSubmit={(event) => {
                  event.preventDefault();
                  settling.run();
                }}
              >
                <MoneyField
                  label={words.earlyAmount}
                  optional
                  hint={words.earlyAmountHint}
                  name="amount"
                  value={amount}
                  error={errorAt(settling.failure, "amount")}
                  onInput={setAmount}
                />
                <p>
                  <Button submit disabled={settling.busy}>
                    {settling.busy ? words.sending : words.settleEarly}
                  </Button>
                </p>
                <Refused failure={settling.failure?.field === "amount" ? null : settling.failure} />
              </form>
            )}
            <p class="rule-src">
              {value.explained.notes.join(" ")} {words.avoided(value.avoided.text)}
            </p>
          </>
        )}
      </div>
    </Sheet>
  );
}
