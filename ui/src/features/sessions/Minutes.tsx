// The minutes: composed from what is noted, closed on a day, corrected with a reason.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { errorAt } from "../../ipc/forms.ts";
import type { SessionView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
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
  const [note, setNote] = useState(view.fields.note);
  const [why, setWhy] = useState("");
  const action = useAction(async () => {
    onChanged(await call("close_minutes", { session: view.session.id, note, reason: why }));
    setWhy("");
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
        <form
          class="stack"
          aria-label={words.minutes}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            action.run();
          }}
        >
          <TextArea
            label={words.free}
            optional
            rows={2}
            name="note"
            value={note}
            error={errorAt(action.failure, "note")}
            onInput={setNote}
          />
          {closed && (
            <TextField
              label={words.correction}
              name="reason"
              value={why}
              error={errorAt(action.failure, "reason")}
              onInput={setWhy}
            />
          )}
          <p>
            <Button submit disabled={action.busy}>
              {closed ? words.correctMinutes : words.closeMinutes}
            </Button>
          </p>
          <Refused failure={action.failure?.field ? null : action.failure} />
        </form>
      </div>
    </Sheet>
  );
}
