// An exchange noted where its story is read: a call, a visit, a message, a note that is never printed.

import { useEffect } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { focusField } from "../../parts/place.ts";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextArea } from "../../parts/TextArea.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

const never = () => false;
/** The kind a call has until another is chosen. */
const KIND_OF_CALL = "follow_up_call";
const blank = { held_on: "", kind: "", minutes: "", note: "", next_what: "", next_on: "" };

interface NoteContactProps {
  dossier: number;
  /** One came to note a call. */
  isCall: boolean;
}

export function NoteContact({ dossier, isCall }: NoteContactProps) {
  const choices = useAnswer("choices", {}, never);
  const form = useForm({
    name: "contact",
    dossier,
    recorded: blank,
    send: async ({ next_what, next_on, ...contact }) => {
      await call("note_interview", { dossier, form: contact, next: { on: next_on, what: next_what } });
      focusField(form.place.current, "kind");
    },
  });
  const hasChoices = choices.value !== null;
  useEffect(() => {
    if (!hasChoices || !isCall) return;
    if (form.isBlank) form.put({ kind: KIND_OF_CALL });
    focusField(form.place.current, "note");
  }, [hasChoices, isCall]);
  const end = (
    <div class="row">
      <Button submit look="main" shortcut={words.sendKey} disabled={form.busy}>
        {form.busy ? words.saving : words.noteButton}
      </Button>
    </div>
  );
  return (
    <Sheet title={words.noteExchange}>
      <Form form={form} class="body" label={words.noteExchange} data-contact quick end={end}>
        <div class="form">
          <Select
            label={words.kind}
            options={choices.value?.interview_kinds ?? []}
            blank={words.chooseKind}
            {...form.tie("kind")}
          />
          <DateField class="half" label={words.noteOn} optional {...form.tie("held_on", "date")} />
          <TextField
            class="half"
            label={words.minutes}
            optional
            placeholder={words.minutesForm}
            {...form.tie("minutes")}
          />
          <TextArea label={words.whatWasSaid} {...form.tie("note")} />
          <TextField class="half" label={words.next} optional {...form.tie("next_what")} />
          <DateField class="half" label={words.nextOn} optional {...form.tie("next_on", "next_date")} />
        </div>
      </Form>
    </Sheet>
  );
}
