// One session: its agenda on the left, the dossier in discussion, who is there and what is decided on the right.

import { useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { SessionView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form, leave } from "../../parts/Form.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Refused } from "../../parts/Notice.tsx";
import { useArrival, useTitle } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Agenda } from "./Agenda.tsx";
import { Brief } from "./Brief.tsx";
import { Called } from "./Called.tsx";
import { Fields } from "./Fields.tsx";
import { Hearing } from "./Hearing.tsx";
import { Minutes } from "./Minutes.tsx";
import { Printed } from "./Printed.tsx";
import * as words from "./words.ts";

export function One({ session, onLeave }: { session: number; onLeave: () => void }) {
  const { value: view, failure, set } = useAnswer("session", { session });
  useTitle(words.windowTitle);
  useArrival(view !== null);
  if (!view) {
    return (
      <>
        <Refused failure={failure} />
        <Button onClick={onLeave}>{words.back}</Button>
      </>
    );
  }
  return <Shown view={view} onChanged={set} onLeave={onLeave} />;
}

interface ShownProps {
  view: SessionView;
  onChanged: (view: SessionView) => void;
  onLeave: () => void;
}

function Shown({ view, onChanged, onLeave }: ShownProps) {
  const { id, state, title, place, agenda } = view.session;
  const isHeld = state.key === "held";
  const next = view.agenda.find((row) => row.hearing === null) ?? view.agenda[0];
  const [chosen, choose] = useState<number | null>(null);
  const [isChanging, change] = useState(false);
  const [isPaper, showPaper] = useState(false);
  const row = view.agenda.find((one) => one.item === chosen) ?? next;
  const hold = useAction(async () => onChanged(await call("hold_session", { session: id })));
  const canHold = !isHeld && view.not_yet === "";
  useKeys({ "Ctrl+Enter": () => (canHold ? void hold.run() : false) });
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p>{[place, view.came, agenda].filter(Boolean).join(". ")}</p>
        </div>
        <div class="actions">
          <Button onClick={onLeave}>{words.back}</Button>
          <Button sign="print" onClick={() => showPaper(!isPaper)}>
            {isPaper ? words.close : words.print}
          </Button>
          {!isHeld && <Button onClick={() => change(!isChanging)}>{words.change}</Button>}
          {!isHeld && (
            <Button
              look="main"
              shortcut={words.sendKey}
              disabled={!canHold || hold.busy}
              describedBy={view.not_yet ? "not-yet" : undefined}
              onClick={() => hold.run()}
            >
              {words.hold}
            </Button>
          )}
        </div>
      </div>
      {!isHeld && view.not_yet && (
        <p class="soft small-gap" id="not-yet">
          {view.not_yet}
        </p>
      )}
      <Refused failure={hold.failure} />
      {isPaper && <Printed session={id} isHeld={isHeld} />}
      {isChanging && (
        <Change view={view} onChanged={onChanged} onLeave={onLeave} onClose={() => change(false)} />
      )}
      <div class="two-text-columns">
        <Agenda view={view} chosen={row?.item ?? null} onChoose={choose} onChanged={onChanged} />
        <div class="stack">
          {row && <Brief key={row.dossier} row={row} />}
          {isHeld && <Minutes view={view} onChanged={onChanged} />}
        </div>
        <div class="stack">
          <Called view={view} onChanged={onChanged} />
          {isHeld && row && (
            <Hearing
              key={row.item}
              view={view}
              row={row}
              onChanged={(after) => {
                choose(null);
                onChanged(after);
              }}
            />
          )}
        </div>
      </div>
    </>
  );
}

interface ChangeProps extends ShownProps {
  onClose: () => void;
}

function Change({ view, onChanged, onLeave, onClose }: ChangeProps) {
  const session = view.session.id;
  const form = useForm({
    name: `session:${session}`,
    recorded: view.fields,
    send: async (fields) => {
      onChanged(await call("change_session", { session, fields }));
      onClose();
    },
  });
  const cancel = useAction(async () => {
    await call("cancel_session", { session });
    onLeave();
  });
  return (
    <Sheet title={words.change}>
      <Form form={form} label={words.change} also={cancel.failure}>
        <Fields typed={form.typed} kinds={view.kinds} onInput={form.put} errorOf={form.errorOf} />
        <div class="row">
          <Button submit look="main" disabled={form.busy}>
            {words.save}
          </Button>
          <Button look="quiet" onClick={() => leave(form, onClose)}>
            {words.close}
          </Button>
          <Button look="danger" disabled={cancel.busy} onClick={() => cancel.run()}>
            {words.cancel}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
