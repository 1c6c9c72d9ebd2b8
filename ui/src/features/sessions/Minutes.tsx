// The minutes: composed from what is noted, closed on a day, corrected with a reason.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { SessionView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextArea } from "../../parts/TextArea.tsx";
import { TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface MinutesProps {
  view: SessionView;
  onChanged: (view: SessionView) => void;
}

export function Minutes({ view, onChanged }: MinutesProps) {
  const { closed, reason, paragraphs, changed } = view.minutes;
  const form = useForm({
    name: `minutes:${view.session.id}`,
    recorded: { note: view.fields.note, reason: "" },
    send: async (typed) => onChanged(await call("close_minutes", { session: view.session.id, ...typed })),
  });
  return (
    <Sheet title={words.minutes} note={closed || words.wouldSay}>
      <div class="body stack">
        {changed && <Notice tone="due">{words.changed}</Notice>}
        {reason && <p class="soft">{words.corrected(reason)}</p>}
        <div class="minutes">
          {paragraphs.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
        </div>
        <Form form={form} class="stack" label={words.minutes}>
          <TextArea label={words.free} rows={2} {...form.tie("note")} />
          {closed && <TextField label={words.correction} {...form.tie("reason")} />}
          <p>
            <Button submit disabled={form.busy}>
              {closed ? words.correctMinutes : words.closeMinutes}
            </Button>
          </p>
        </Form>
      </div>
    </Sheet>
  );
}
