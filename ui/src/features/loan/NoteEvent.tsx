// What happens in the life of the person or at the lender: a kind, a day, a word.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { Button } from "../../parts/Button.tsx";
import { Form, leave } from "../../parts/Form.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import { blankEvent } from "./logic.ts";
import type { OpenPart } from "./Screen.tsx";
import * as words from "./words.ts";

/** What letters to the bank may quote. */
const quoted = ["life_event", "difficulty_told", "support_action"];
const withAmount = ["support_action", "accelerated", "guarantee_called"];

interface NoteProps extends OpenPart {
  onClose: () => void;
}

export function NoteEvent({ dossier, followed, onFollowed, onClose }: NoteProps) {
  const form = useForm({
    name: "follow_up_event",
    dossier,
    recorded: blankEvent,
    send: async (typed) => {
      onFollowed(await call("note_follow_up", { dossier, ...typed }));
      onClose();
    },
  });
  const { typed, tie } = form;
  const kind = { ...tie("event"), onInput: (event: string) => form.put({ ...blankEvent, event }) };
  const { event } = typed;
  return (
    <Form form={form} class="stack" label={words.event} entry="event" quick onClose={onClose}>
      <div class="asked">
        <Select label={words.what} options={followed.events} {...kind} />
        {event === "life_event" && (
          <Select label={words.lifeEvent} options={followed.life_events} blank="" {...tie("subject")} />
        )}
        {event === "support_action" && (
          <Select label={words.action} options={followed.actions} blank="" {...tie("subject")} />
        )}
        {event === "deferral_answered" && (
          <Segmented legend={words.answer} options={words.answers} {...tie("subject")} />
        )}
        {withAmount.includes(event) && <MoneyField label={words.amount} {...tie("amount")} />}
        <DateField label={words.on} hint={words.orToday} {...tie("on", "date")} />
      </div>
      <div class="asked whole">
        <TextField label={words.said} {...tie("note")} />
      </div>
      {quoted.includes(event) && (
        <div class="asked whole">
          <TextField label={words.bankLetterWords} hint={words.bankLetterHint} {...tie("letter_words")} />
        </div>
      )}
      <div class="ends">
        <Button look="quiet" shortcut={words.escapeKey} onClick={() => leave(form, onClose)}>
          {words.close}
        </Button>
        <Button submit look="main" shortcut={words.sendKey} disabled={form.busy}>
          {form.busy ? words.saving : words.noteEvent}
        </Button>
      </div>
    </Form>
  );
}
