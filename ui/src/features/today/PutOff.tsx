// Until when a task waits, and why.

import { useRef } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { sends, useTypedForm } from "../../ipc/forms.ts";
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
  const place = useRef<HTMLFormElement>(null);
  useEntry(place);
  const form = useTypedForm({ until: "", reason: "" }, async (typed) =>
    onDone(await call("put_off_task", { dossier, task, ...typed })),
  );
  return (
    <form
      ref={place}
      class="form put-off"
      aria-label={words.putOffTitle}
      noValidate
      onSubmit={sends(form.run)}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <DateField label={words.until} hint={words.untilHint} {...form.tie("until")} arrival />
      <TextField label={words.reason} hint={words.reasonHint} {...form.tie("reason")} />
      <p class="acts">
        <Button submit small disabled={form.busy}>
          {words.send}
        </Button>
        <Button small look="quiet" onClick={onClose}>
          {words.keep}
        </Button>
      </p>
      <Refused failure={form.failure} />
    </form>
  );
}
