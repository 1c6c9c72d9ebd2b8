// What repaying everything on a day asks for, with where it comes from.

import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { sentence } from "../../ipc/sentence.ts";
import type { LoanRoomView, LoanStanding } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Explain } from "../../parts/Explained.tsx";
import { Form } from "../../parts/Form.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { State } from "../../parts/State.tsx";
import { DateField, MoneyField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface EarlyProps {
  dossier: number;
  standing: LoanStanding;
  onDone: (view: LoanRoomView) => void;
  onClose: () => void;
}

export function Early({ dossier, standing, onDone, onClose }: EarlyProps) {
  const form = useForm({
    name: "early",
    dossier,
    recorded: { on: "", amount: "" },
    send: async (typed) => {
      onDone(await call("settle_loan", { dossier, how: "early", note: "", ...typed }));
      onClose();
    },
  });
  const { value, failure } = useAnswer("early_repayment", { dossier, on: form.typed.on });
  const error = failure?.field === "on" ? sentence(failure) : null;
  return (
    <div class="stack">
      <DateField
        label={words.earlyOn}
        hint={words.orToday}
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
            <Form form={form} class="stack" label={words.settleEarly}>
              <MoneyField label={words.earlyAmount} hint={words.earlyAmountHint} {...form.tie("amount")} />
              <p>
                <Button submit look="main" disabled={form.busy}>
                  {form.busy ? words.saving : words.settleEarly}
                </Button>
                <Button look="quiet" onClick={onClose}>
                  {words.close}
                </Button>
              </p>
            </Form>
          )}
          <p class="rule-source">
            {value.explained.notes.join(" ")} {words.avoided(value.avoided.text)}
          </p>
        </>
      )}
    </div>
  );
}
