// The loan is over: the bank's end attestation settles the whole schedule in one entry.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { LoanRoomView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface SettleProps {
  dossier: number;
  onDone: (view: LoanRoomView) => void;
}

export function Settle({ dossier, onDone }: SettleProps) {
  const form = useForm({
    name: "settle",
    dossier,
    recorded: { on: "", note: "" },
    send: async (typed) =>
      onDone(await call("settle_loan", { dossier, how: "attestation", amount: "", ...typed })),
  });
  return (
    <Sheet title={words.settle} note={words.settleNote}>
      <Form form={form} label={words.settle}>
        <DateField
          label={words.attestedOn}
          optional
          hint={words.orToday}
          {...form.tie("on")}
          name="attested_on"
        />
        <TextField label={words.said} optional {...form.tie("note")} name="attested_note" />
        <p>
          <Button submit disabled={form.busy}>
            {form.busy ? words.saving : words.attestation}
          </Button>
        </p>
      </Form>
    </Sheet>
  );
}
