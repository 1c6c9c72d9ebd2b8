// What happens in the life of the person or at the lender: a kind, a day, a word.

import { useRef } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { useDraftedForm } from "../../ipc/forms.ts";
import type { FollowedView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField } from "../../parts/place.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import { blankEvent, type EventTexts, isBlank } from "./logic.ts";
import * as words from "./words.ts";

/** What letters to the bank may quote. */
const quoted = ["life_event", "difficulty_told", "support_action"];
const withAmount = ["support_action", "accelerated", "guarantee_called"];

interface NoteProps {
  dossier: number;
  view: FollowedView;
  start: EventTexts;
  onChanged: (view: FollowedView) => void;
}

export function NoteEvent({ dossier, view, start, onChanged }: NoteProps) {
  const place = useRef<HTMLFormElement>(null);
  const form = useDraftedForm<EventTexts>({
    dossier,
    form: "follow_up_event",
    start,
    isBlank: (typed) => isBlank(typed, blankEvent, ["event"]),
    draftOf: (typed) => typed,
    send: async (typed) => {
      onChanged(await call("note_follow_up", { dossier, ...typed }));
      return blankEvent;
    },
    onRefused: (field) => focusField(place.current, field),
  });
  const { typed, tie } = form;
  const kind = { ...tie("event"), onInput: (event: string) => form.put({ ...blankEvent, event }) };
  const { event } = typed;
  return (
    <Sheet title={words.event}>
      <form
        ref={place}
        class="body stack"
        aria-label={words.event}
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          form.run();
        }}
      >
        <Select label={words.what} options={view.events} {...kind} />
        {event === "life_event" && (
          <Select label={words.lifeEvent} options={view.life_events} blank="" {...tie("subject")} />
        )}
        {event === "support_action" && (
          <Select label={words.action} options={view.actions} blank="" {...tie("subject")} />
        )}
        {event === "deferral_answered" && (
          <Segmented legend={words.answer} options={words.answers} {...tie("subject")} />
        )}
        {withAmount.includes(event) && <MoneyField label={words.amount} optional {...tie("amount")} />}
        <DateField label={words.on} optional hint={words.today} placeholder={words.dateForm} {...tie("on")} />
        <TextField label={words.said} optional {...tie("note")} />
        {quoted.includes(event) && (
          <TextField
            label={words.letterWords}
            optional
            hint={words.letterWordsHint}
            {...tie("letter_words")}
          />
        )}
        <p>
          <Button submit disabled={form.busy}>
            {form.busy ? words.sending : words.noteEvent}
          </Button>
        </p>
        <Refused failure={form.refused?.field ? null : form.refused} />
      </form>
    </Sheet>
  );
}
