// An exchange noted where its story is read: a call, a visit, a message, a note that is never printed.

import { useEffect, useRef } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { drafts, findDraft } from "../../ipc/drafts.ts";
import { useDraftedForm } from "../../ipc/forms.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField, usePlace } from "../../parts/place.ts";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextArea } from "../../parts/TextArea.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

const never = () => false;
/** The word one comes with to note a call, and the kind it has until another is chosen. */
const CALL = "call";
const KIND_OF_CALL = "follow_up_call";
const blank = { held_on: "", kind: "", minutes: "", note: "", next_what: "", next_on: "" };
type Contact = typeof blank;

export function NoteContact({ dossier }: { dossier: number }) {
  const place = useRef<HTMLFormElement>(null);
  const { word } = usePlace();
  const choices = useAnswer("choices", {}, never);
  const form = useDraftedForm<Contact>({
    dossier,
    form: "contact",
    start: blank,
    isBlank: (typed) => Object.values(typed).every((text) => text.trim() === ""),
    draftOf: (typed) => typed,
    send: async ({ next_what, next_on, ...contact }) => {
      await call("note_interview", { dossier, form: contact, next: { on: next_on, what: next_what } });
      await drafts.drop(dossier, "contact");
      focusField(place.current, "kind");
      return blank;
    },
    onRefused: (field) => focusField(place.current, field),
  });
  useEffect(() => {
    findDraft(dossier, "contact", blank).then(
      (draft) => draft && form.isBlank && form.put(draft.body),
      () => undefined,
    );
  }, [dossier]);
  const hasChoices = choices.value !== null;
  useEffect(() => {
    if (!hasChoices || word() !== CALL) return;
    if (form.isBlank) form.put({ kind: KIND_OF_CALL });
    focusField(place.current, "note");
  }, [hasChoices]);
  const field = form.refused?.field ?? null;
  return (
    <Sheet title={words.note}>
      <form
        class="body"
        ref={place}
        data-contact
        aria-label={words.note}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.run();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !event.ctrlKey) return;
          event.preventDefault();
          form.run();
        }}
      >
        <div class="form">
          <Select
            label={words.kind}
            options={choices.value?.interview_kinds ?? []}
            blank={words.choose}
            {...form.tie("kind")}
          />
          <DateField
            class="h"
            label={words.noteOn}
            optional
            placeholder={words.dateForm}
            {...form.tie("held_on", "date")}
          />
          <TextField
            class="h"
            label={words.minutes}
            optional
            placeholder={words.minutesHint}
            {...form.tie("minutes")}
          />
          <TextArea label={words.said} {...form.tie("note")} />
          <TextField class="h" label={words.next} optional {...form.tie("next_what")} />
          <DateField
            class="h"
            label={words.nextOn}
            optional
            placeholder={words.dateForm}
            {...form.tie("next_on", "next_date")}
          />
        </div>
        <Refused failure={field !== null && field in blank ? null : form.refused} />
        <div class="row">
          <Button submit look="main" shortcut={words.noteKey} disabled={form.busy}>
            {form.busy ? words.noting : words.noteButton}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
