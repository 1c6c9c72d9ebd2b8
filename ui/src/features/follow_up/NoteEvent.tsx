// What happens in the life of the person or at the lender: a kind, a day, a word.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { errorAt } from "../../ipc/forms.ts";
import type { FollowedView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import { words } from "./words.ts";

const blank = { event: "life_event", subject: "", on: "", amount: "", note: "" };
const withAmount = ["support_action", "accelerated", "guarantee_called"];

interface NoteProps {
  dossier: number;
  view: FollowedView;
  onChanged: (view: FollowedView) => void;
}

export function NoteEvent({ dossier, view, onChanged }: NoteProps) {
  const [typed, setTyped] = useState(blank);
  const action = useAction(async () => {
    onChanged(await call("note_follow_up", { dossier, ...typed }));
    setTyped(blank);
  });
  const tie = (field: keyof typeof blank) => ({
    name: field,
    value: typed[field],
    error: errorAt(action.failure, field),
    onInput: (text: string) => setTyped({ ...typed, [field]: text }),
  });
  const kind = { ...tie("event"), onInput: (event: string) => setTyped({ ...blank, event }) };
  const { event } = typed;
  return (
    <Sheet title={words.event}>
      <form
        class="body stack"
        aria-label={words.event}
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          action.run();
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
        <p>
          <Button submit disabled={action.busy}>
            {action.busy ? words.sending : words.noteEvent}
          </Button>
        </p>
        <Refused failure={action.failure?.field ? null : action.failure} />
      </form>
    </Sheet>
  );
}
