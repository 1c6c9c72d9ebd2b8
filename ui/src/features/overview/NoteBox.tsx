// The box that notes an exchange without leaving the page: its kind, its words, Ctrl Entrée.

import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { kindsOffered } from "./logic.ts";
import * as words from "./words.ts";

const never = () => false;
/** An exchange as the journal notes it: its draft is found there, with its other fields. */
const blank = { held_on: "", kind: "", minutes: "", note: "", next_what: "", next_on: "" };

export function NoteBox({ dossier }: { dossier: number }) {
  const choices = useAnswer("choices", {}, never);
  const kinds = kindsOffered(choices.value?.interview_kinds ?? []);
  const usual = kinds[0]?.key ?? "";
  const form = useForm({
    name: "contact",
    dossier,
    recorded: blank,
    send: ({ next_what, next_on, ...contact }) =>
      call("note_interview", {
        dossier,
        form: { ...contact, kind: contact.kind || usual },
        next: { on: next_on, what: next_what },
      }),
  });
  const kind = form.tie("kind");
  return (
    <Form form={form} class="jot" label={words.noteExchange} data-contact quick>
      <Segmented
        legend={words.kind}
        class="kinds"
        options={kinds}
        error={kind.error}
        name="kind"
        value={form.typed.kind || usual}
        onInput={kind.onInput}
      />
      <div class="in">
        <TextField label={words.note} placeholder={words.notePlaceholder} {...form.tie("note")} />
        <Button submit disabled={form.busy}>
          {form.busy ? words.saving : words.note}
        </Button>
      </div>
    </Form>
  );
}
