// Until when a task waits, and why.

import { useRef, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { Today } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useEntry } from "../../parts/place.ts";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface PutOffProps {
  dossier: number;
  task: string;
  onDone: (today: Today) => void;
  onClose: () => void;
}

export function PutOff({ dossier, task, onDone, onClose }: PutOffProps) {
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const place = useRef<HTMLFormElement>(null);
  useEntry(place);
  const send = useAction(async () => onDone(await call("put_off_task", { dossier, task, until, reason })));
  const errorOf = (field: string) => (send.failure?.field === field ? send.failure.message : null);
  return (
    <form
      ref={place}
      class="form put-off"
      aria-label={words.putOffTitle}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send.run();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <DateField
        label={words.until}
        name="until"
        hint={words.untilHint}
        value={until}
        onInput={setUntil}
        error={errorOf("until")}
        arrival
      />
      <TextField
        label={words.reason}
        name="reason"
        hint={words.reasonHint}
        value={reason}
        onInput={setReason}
        error={errorOf("reason")}
      />
      <p class="acts">
        <Button submit small disabled={send.busy}>
          {words.send}
        </Button>
        <Button small look="quiet" onClick={onClose}>
          {words.keep}
        </Button>
      </p>
      <Refused failure={send.failure?.field ? null : send.failure} />
    </form>
  );
}
