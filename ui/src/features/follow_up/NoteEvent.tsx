// What happens in the life of the person or at the lender: a kind, a day, a word.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { FollowedView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import { blankEvent } from "./logic.ts";
import * as words from "./words.ts";

/** What letters to the bank may quote. */
const quoted = ["life_event", "difficulty_told", "support_action"];
const withAmount = ["support_action", "accelerated", "guarantee_called"];

interface NoteProps {
  dossier: number;
  view: FollowedView;
  onChanged: (view: FollowedView) => void;
}

export function NoteEvent({ dossier, view, onChanged }: NoteProps) {
  const form = useForm({
    name: "follow_up_event",
    dossier,
    recorded: blankEvent,
    send: async (typed) => onChanged(await call("note_follow_up", { dossier, ...typed })),
  });
  const { typed, tie } = form;
  const kind = { ...tie("event"), onInput: (event: string) => form.put({ ...blankEvent, event }) };
  const { event } = typed;
  return (
    <Sheet title={words.event}>
      <Form form={form} label={words.event}>
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
        <DateField label={words.on} optional hint={words.orToday} {...tie("on")} />
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
            {form.busy ? words.saving : words.noteEvent}
          </Button>
        </p>
      </Form>
    </Sheet>
  );
}
