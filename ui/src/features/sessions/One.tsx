// One session: its agenda on the left, the dossier in discussion, what is decided on the right; its letters at the end.

import { useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { SessionView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form, leave } from "../../parts/Form.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { useArrival, useTitle } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Agenda } from "./Agenda.tsx";
import { Brief } from "./Brief.tsx";
import { Called } from "./Called.tsx";
import { Fields } from "./Fields.tsx";
import { Hearing } from "./Hearing.tsx";
import { Letters, LettersAside, useLetters } from "./Letters.tsx";
import { type PaperChoice, papersOf } from "./logic.ts";
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
  const names = useNames();
  const next = view.agenda.find((row) => row.hearing === null);
  const [chosen, choose] = useState<number | null>(null);
  const [open, setOpen] = useState<"change" | "called" | "minutes" | null>(null);
  const [paper, print] = useState<PaperChoice | null>(null);
  const { letters, failed } = useLetters(isHeld ? view : null);
  const row =
    view.agenda.find((one) => one.item === chosen) ?? next ?? (letters ? undefined : view.agenda[0]);
  const hold = useAction(async () => onChanged(await call("hold_session", { session: id })));
  const canHold = !isHeld && view.not_yet === "";
  const toggle = (what: NonNullable<typeof open>) => setOpen(open === what ? null : what);
  useKeys({ "Ctrl+Enter": () => (canHold ? void hold.run() : false) });
  const parts = { view, onChanged };
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p>
            {[place, view.came, isHeld ? "" : agenda].filter(Boolean).join(" · ")}{" "}
            {isHeld && (
              <button
                type="button"
                class="link"
                aria-expanded={open === "called"}
                onClick={() => toggle("called")}
              >
                {words.presences}
              </button>
            )}
          </p>
        </div>
        <div class="actions">
          <Button small onClick={onLeave}>
            {words.back}
          </Button>
          <Button
            small
            sign={paper === null ? "print" : "undo"}
            onClick={() => print(paper === null ? papersOf(isHeld)[0] : null)}
          >
            {paper !== null ? words.close : words.print}
          </Button>
          {!isHeld && (
            <Button small onClick={() => toggle("change")}>
              {words.change}
            </Button>
          )}
          {!isHeld && (
            <Button
              look="main"
              small
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
      {paper !== null && <Printed key={paper} session={id} isHeld={isHeld} first={paper} />}
      {open === "change" && (
        <Change view={view} onChanged={onChanged} onLeave={onLeave} onClose={() => setOpen(null)} />
      )}
      {paper === null && (
        <div class="panes session">
          <section aria-label={words.agendaPane} data-region>
            <Agenda {...parts} chosen={row?.item ?? null} onChoose={choose} />
          </section>
          <section aria-label={words.dossierPane} data-region>
            {failed}
            {open === "minutes" && <Minutes {...parts} />}
            {row && (
              <Brief
                key={`${row.item} ${names.areHidden}`}
                session={id}
                row={row}
                count={view.agenda.length}
              />
            )}
            {!row && letters && open !== "minutes" && <Letters letters={letters} onPrint={print} />}
          </section>
          <section aria-label={words.decisionPane} data-region>
            {(!isHeld || open === "called") && <Called {...parts} />}
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
            {!row && letters && (
              <LettersAside
                view={view}
                letters={letters}
                onCalled={() => setOpen("called")}
                onMinutes={() => toggle("minutes")}
              />
            )}
          </section>
        </div>
      )}
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
