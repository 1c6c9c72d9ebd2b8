// Who is called to the session, and who came.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { AttendeeRow, SessionView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form, leave } from "../../parts/Form.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { List } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface CalledProps {
  view: SessionView;
  onChanged: (view: SessionView) => void;
}

const blank = { name: "", role: "", organisation: "" };

export function Called({ view, onChanged }: CalledProps) {
  const session = view.session.id;
  const isHeld = view.session.state.key === "held";
  const [isAdding, add] = useState(false);
  const came = useAction(async (rows: readonly AttendeeRow[], attendance: string) => {
    for (const { id, fields } of rows)
      onChanged(await call("change_attendee", { session, attendee: id, fields: { ...fields, attendance } }));
  });
  const expected = view.attendees.filter(({ attendance }) => attendance.key === "expected");
  const remove = useAction(async (row: AttendeeRow) => {
    onChanged(await call("remove_attendee", { session, attendee: row.id }));
  });
  return (
    <Sheet
      title={words.called}
      note={view.came}
      actions={
        !isAdding && (
          <>
            {isHeld && expected.length > 1 && (
              <button type="button" class="link" onClick={() => void came.run(expected, "present")}>
                {words.allPresent}
              </button>
            )}
            <Button small onClick={() => add(true)}>
              {words.add}
            </Button>
          </>
        )
      }
    >
      <div class="body stack">
        {view.attendees.length === 0 && !isAdding && <p class="soft">{words.nobody}</p>}
        <ul class={isHeld ? "plain vote came" : "plain vote"}>
          {view.attendees.map((row) => (
            <li key={row.id}>
              <span>
                {row.fields.name}
                {row.who && <span class="block small soft">{row.who}</span>}
              </span>
              {isHeld ? (
                <List
                  aria-label={words.attendanceOf(row.fields.name)}
                  options={view.attendances}
                  value={row.attendance.key}
                  onInput={(key) => void came.run([row], key)}
                />
              ) : (
                <button
                  type="button"
                  class="button quiet small"
                  aria-label={words.removeName(row.fields.name)}
                  onClick={() => void remove.run(row)}
                >
                  {words.remove}
                </button>
              )}
            </li>
          ))}
        </ul>
        <Refused failure={came.failure ?? remove.failure} />
        {isAdding && <Add session={session} onChanged={onChanged} onClose={() => add(false)} />}
      </div>
    </Sheet>
  );
}

interface AddProps {
  session: number;
  onChanged: (view: SessionView) => void;
  onClose: () => void;
}

function Add({ session, onChanged, onClose }: AddProps) {
  const form = useForm({
    name: `attendee:${session}`,
    recorded: blank,
    send: async (typed) => {
      const fields = { ...typed, attendance: "", listens: false };
      onChanged(await call("add_attendee", { session, fields }));
    },
  });
  return (
    <Form form={form} class="stack" label={words.add}>
      <TextField label={words.name} {...form.tie("name")} />
      <TextField label={words.role} {...form.tie("role")} />
      <TextField label={words.organisation} {...form.tie("organisation")} />
      <div class="row">
        <Button submit disabled={form.busy}>
          {words.addButton}
        </Button>
        <Button look="quiet" onClick={() => leave(form, onClose)}>
          {words.close}
        </Button>
      </div>
    </Form>
  );
}
