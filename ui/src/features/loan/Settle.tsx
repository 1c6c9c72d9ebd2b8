// The loan is over: the bank's end attestation settles the whole schedule in one entry.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { errorAt } from "../../ipc/forms.ts";
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
  const [on, setOn] = useState("");
  const [note, setNote] = useState("");
  const action = useAction(async () => {
    onDone(await call("settle_loan", { dossier, how: "attestation", on, amount: "", note }));
  });
  return (
    <Sheet title={words.settle} note={words.settleNote}>
      <form
        class="body stack"
        aria-label={words.settle}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          action.run();
        }}
      >
        <DateField
          label={words.attestedOn}
          optional
          hint={words.today}
          placeholder={words.dateForm}
          name="attested_on"
          value={on}
          error={errorAt(action.failure, "on")}
          onInput={setOn}
        />
        <TextField
          label={words.said}
          optional
          name="attested_note"
          value={note}
          error={errorAt(action.failure, "note")}
          onInput={setNote}
        />
        <p>
          <Button submit disabled={action.busy}>
            {action.busy ? words.sending : words.attestation}
          </Button>
        </p>
        <Refused failure={action.failure?.field ? null : action.failure} />
      </form>
    </Sheet>
  );
}
