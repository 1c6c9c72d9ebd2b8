// What repaying everything on a day asks for, with where it comes from.

import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { errorAt, sends, useTypedForm } from "../../ipc/forms.ts";
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
  const form = useTypedForm({ on: "", amount: "" }, async (typed) => {
    onDone(await call("settle_loan", { dossier, how: "early", note: "", ...typed }));
  });
  const { value, failure } = useAnswer("early_repayment", { dossier, on: form.typed.on });
  const error = errorAt(failure, "on");
  return (
    <Sheet title={words.early}>
      <div class="body">
        <DateField
          label={words.earlyOn}
          optional
          hint={words.earlyHint}
          placeholder={words.dateForm}
          {...form.tie("on")}
          name="early_on"
          error={error}
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
              <form class="stack" aria-label={words.settleEarly} noValidate onSubmit={sends(form.run)}>
                <MoneyField
                  label={words.earlyAmount}
                  optional
                  hint={words.earlyAmountHint}
                  {...form.tie("amount")}
                />
                <p>
                  <Button submit disabled={form.busy}>
                    {form.busy ? words.sending : words.settleEarly}
                  </Button>
                </p>
                <Refused failure={form.errorOf("amount") === null ? form.refused : null} />
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
