// The loan is over: the bank's end attestation settles the whole schedule in one entry.

import { call } from "../../ipc/call.ts";
import { sends, useTypedForm } from "../../ipc/forms.ts";
import type { LoanRoomView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface SettleProps {
  dossier: number;
  onDone: (view: LoanRoomView) => void;
}

export function Settle({ dossier, onDone }: SettleProps) {
  const form = useTypedForm({ on: "", note: "" }, async (typed) => {
    onDone(await call("settle_loan", { dossier, how: "attestation", amount: "", ...typed }));
  });
  return (
    <Sheet title={words.settle} note={words.settleNote}>
      <form class="body stack" aria-label={words.settle} noValidate onSubmit={sends(form.run)}>
        <DateField
          label={words.attestedOn}
          optional
          hint={words.today}
          placeholder={words.dateForm}
          {...form.tie("on")}
          name="attested_on"
        />
        <TextField label={words.said} optional {...form.tie("note")} name="attested_note" />
        <p>
          <Button submit disabled={form.busy}>
            {form.busy ? words.sending : words.attestation}
          </Button>
        </p>
        <Refused failure={form.failure} />
      </form>
    </Sheet>
  );
}
