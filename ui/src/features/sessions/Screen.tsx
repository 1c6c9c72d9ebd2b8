// The sessions of the office, and the one that is open.

import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { SessionRow, SessionsView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Form, leave } from "../../parts/Form.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useArrival, usePlace, useTitle } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Fields } from "./Fields.tsx";
import { One } from "./One.tsx";
import * as words from "./words.ts";

export function Sessions({ title }: { title: string }) {
  const { kept, keep } = usePlace();
  const [opened, setOpened] = useState<number | null>(kept<number>("session") ?? null);
  const open = (session: number | null) => {
    keep("session", session ?? undefined);
    setOpened(session);
  };
  if (opened !== null) return <One key={opened} session={opened} onLeave={() => open(null)} />;
  return <All title={title} onOpen={open} />;
}

function All({ title, onOpen }: { title: string; onOpen: (session: number) => void }) {
  const { value: view, failure } = useAnswer("sessions", {});
  const [isNew, setNew] = useState(false);
  useTitle(words.windowTitle);
  useArrival(view !== null);
  if (!view) return <Refused failure={failure} />;
  const isEmpty = view.to_come.length + view.held.length === 0;
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p>{view.waiting || words.intro}</p>
        </div>
        <div class="actions">
          {view.used && !isNew && (
            <Button look="main" onClick={() => setNew(true)}>
              {words.announce}
            </Button>
          )}
        </div>
      </div>
      {!view.used && isEmpty ? (
        <Empty title={words.notUsed} text={words.notUsedText} />
      ) : (
        <div class="stack">
          {isNew && <Announced view={view} onOpen={onOpen} onClose={() => setNew(false)} />}
          <List title={words.toCome} none={words.noneToCome} rows={view.to_come} onOpen={onOpen} />
          <List title={words.held} none={words.noneHeld} rows={view.held} onOpen={onOpen} />
        </div>
      )}
    </>
  );
}

interface ListProps {
  title: string;
  none: string;
  rows: readonly SessionRow[];
  onOpen: (session: number) => void;
}

function List({ title, none, rows, onOpen }: ListProps) {
  return (
    <Sheet title={title}>
      {rows.length === 0 ? (
        <p class="body soft">{none}</p>
      ) : (
        <ul class="agenda">
          {rows.map((row) => (
            <li key={row.id}>
              <button type="button" onClick={() => onOpen(row.id)}>
                <span class="headline">
                  <span>{row.title}</span> <span>{row.agenda}</span>
                </span>{" "}
                <span class="small soft">{row.place}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

interface AnnouncedProps {
  view: SessionsView;
  onOpen: (session: number) => void;
  onClose: () => void;
}

function Announced({ view, onOpen, onClose }: AnnouncedProps) {
  const form = useForm({
    name: "session",
    recorded: view.blank,
    send: async (fields) => {
      const made = await call("announce_session", { fields });
      onOpen(made.session.id);
    },
  });
  return (
    <Sheet title={words.announce}>
      <Form form={form} label={words.announce}>
        <Fields typed={form.typed} kinds={view.kinds} onInput={form.put} errorOf={form.errorOf} />
        <div class="row">
          <Button submit look="main" disabled={form.busy}>
            {words.announceButton}
          </Button>
          <Button look="quiet" onClick={() => leave(form, onClose)}>
            {words.close}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
