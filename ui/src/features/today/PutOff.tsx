// Until when a task waits, and why.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { Today } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form, leave } from "../../parts/Form.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface PutOffProps {
  dossier: number;
  task: string;
  onDone: (today: Today) => void;
  onClose: () => void;
}

export function PutOff({ dossier, task, onDone, onClose }: PutOffProps) {
  const form = useForm({
    name: `put_off:${task}`,
    dossier,
    recorded: { until: "", reason: "" },
    send: async (typed) => onDone(await call("put_off_task", { dossier, task, ...typed })),
  });
  return (
    <Form form={form} entry class="calling" label={words.putOffTitle} onClose={onClose}>
      <div class="row">
        <DateField label={words.until} placeholder={words.untilHint} {...form.tie("until")} />
        <TextField class="grow" label={words.reason} {...form.tie("reason")} />
        <Button submit small look="main" disabled={form.busy}>
          {words.send}
        </Button>
        <Button small look="quiet" onClick={() => leave(form, onClose)}>
          {words.cancel}
        </Button>
      </div>
    </Form>
  );
}
