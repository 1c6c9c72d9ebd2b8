// What became of an appointment: held, how long; moved, to when. What else was agreed stays as it was.

import type { ComponentChildren } from "preact";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { Today } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form, type Formed, leave } from "../../parts/Form.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface AppointmentProps {
  dossier: number;
  onDone: (today: Today) => void;
  onClose: () => void;
}

export function Held({ dossier, onDone, onClose }: AppointmentProps) {
  const form = useForm({
    name: "met:held",
    dossier,
    recorded: { minutes: "", note: "" },
    send: async (typed) => {
      await call("settle_appointment", { dossier, outcome: "held", ...typed });
      onDone(await call("today", {}));
    },
  });
  return (
    <Answer form={form} label={words.met.held} onClose={onClose}>
      <TextField
        label={words.met.minutes}
        width="w-money"
        placeholder={words.work.minutesForm}
        {...form.tie("minutes")}
      />
      <TextField class="grow" label={words.met.note} {...form.tie("note")} />
    </Answer>
  );
}

export function Moved({ dossier, onDone, onClose }: AppointmentProps) {
  const form = useForm({
    name: "met:moved",
    dossier,
    recorded: { on: "", at: "" },
    send: async (typed) => {
      await call("set_appointment", { dossier, ...typed, kind: "", place: "", note: "" });
      onDone(await call("today", {}));
    },
  });
  return (
    <Answer form={form} label={words.met.moved} onClose={onClose}>
      <DateField label={words.met.on} placeholder={words.untilHint} {...form.tie("on")} />
      <TextField label={words.met.at} width="w-money" placeholder={words.met.atForm} {...form.tie("at")} />
    </Answer>
  );
}

interface AnswerProps {
  form: Formed;
  label: string;
  onClose: () => void;
  children: ComponentChildren;
}

function Answer({ form, label, onClose, children }: AnswerProps) {
  return (
    <Form form={form} entry class="calling" label={label} onClose={onClose}>
      <div class="row">
        {children}
        <Button submit small look="main" disabled={form.busy}>
          {words.met.send}
        </Button>
        <Button small look="quiet" onClick={() => leave(form, onClose)}>
          {words.cancel}
        </Button>
      </div>
    </Form>
  );
}
