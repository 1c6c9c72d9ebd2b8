// One line of the day: when, who and what, the one thing to do, the rest in a menu; what is done in place opens under it.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { AppointmentRow, DueDossier, Task, Today } from "../../ipc/types.ts";
import { Menu } from "../../parts/Menu.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { type Meaning, State } from "../../parts/State.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { Held, Moved } from "./Appointment.tsx";
import { addressOf, addressOfRoomOf, detailOf, meaningOf } from "./logic.ts";
import { PutOff } from "./PutOff.tsx";
import { TaskCall } from "./TaskCall.tsx";
import * as words from "./words.ts";

interface Changed {
  onChanged: (today: Today) => void;
}

interface LineProps {
  meaning: Meaning;
  when: string;
  /** What there is to do, and with whom. */
  what: ComponentChildren;
  detail: string;
  /** What opens under it. */
  under: ComponentChildren;
  actions: ComponentChildren;
}

function Line({ meaning, when, what, detail, under, actions }: LineProps) {
  return (
    <li>
      {meaning === "late" ? (
        <State meaning="late" label={words.lateSign}>
          {when}
        </State>
      ) : (
        <b class="when">{when}</b>
      )}
      <div class="what">
        {what}
        {detail && <span class="detail">{detail}</span>}
      </div>
      <div class="actions">{actions}</div>
      {under && <div class="under">{under}</div>}
    </li>
  );
}

interface MenuActProps {
  does: string;
  label: string;
  disabled?: boolean;
  onClick: (event: MouseEvent) => void;
}

function MenuAct({ does, label, disabled, onClick }: MenuActProps) {
  return (
    <button type="button" class="button small quiet" aria-label={label} disabled={disabled} onClick={onClick}>
      {does}
    </button>
  );
}

interface AppointmentProps extends Changed {
  day: string;
  one: AppointmentRow;
}

/** With whom, where, by which number; told from here once its day has come. */
export function Appointment({ day, one, onChanged }: AppointmentProps) {
  const names = useNames();
  const [opened, open] = useState<"held" | "moved" | null>(null);
  const name = names.of(one.name);
  const missed = useAction(async () => {
    await call("settle_appointment", { dossier: one.dossier, outcome: "missed", minutes: "", note: "" });
    onChanged(await call("today", {}));
  });
  const done = (today: Today) => {
    open(null);
    onChanged(today);
  };
  const Form = opened === "held" ? Held : Moved;
  const detail = [one.is_doubled ? words.met.doubled : "", names.areHidden ? "" : one.phone || words.noPhone];
  const isToday = one.has_come && !one.is_late;
  return (
    <Line
      meaning={one.is_late ? "late" : "due"}
      when={[isToday && one.at ? "" : day, one.at].filter(Boolean).join(", ")}
      what={
        <>
          <b>
            <a href={addressOfRoomOf(one.dossier, "journal")}>{name}</a>
          </b>
          , {one.what}
        </>
      }
      detail={detail.filter(Boolean).join(" · ")}
      under={
        (opened || missed.failure) && (
          <>
            {opened && <Form key={opened} dossier={one.dossier} onDone={done} onClose={() => open(null)} />}
            <Refused failure={missed.failure} />
          </>
        )
      }
      actions={
        <>
          {one.has_come && (
            <button
              type="button"
              class="button small"
              aria-label={words.actionOf(words.met.held, name)}
              onClick={() => open("held")}
            >
              {words.met.held}
            </button>
          )}
          <Menu label={words.actionOf(words.others, name)}>
            {one.has_come && (
              <MenuAct
                does={words.met.missed}
                label={words.actionOf(words.met.missed, name)}
                disabled={missed.busy}
                onClick={() => void missed.run()}
              />
            )}
            <MenuAct
              does={words.met.moved}
              label={words.actionOf(words.met.moved, name)}
              onClick={() => open("moved")}
            />
          </Menu>
        </>
      }
    />
  );
}

/** A dossier once: its most pressing task, the others folded under it. */
export function Due({ due, onChanged }: Changed & { due: DueDossier }) {
  const names = useNames();
  const [first, ...others] = due.tasks;
  if (!first) return null;
  return (
    <>
      <TaskLine due={due} task={first} onChanged={onChanged} leads />
      {others.length > 0 && (
        <li class="folded">
          <details>
            <Summary aria-label={words.actionOf(words.alsoDue(others.length), names.of(due.dossier.name))}>
              {words.alsoDue(others.length)}
            </Summary>
            <ul class="tasks">
              {others.map((task) => (
                <TaskLine key={task.key} due={due} task={task} onChanged={onChanged} />
              ))}
            </ul>
          </details>
        </li>
      )}
    </>
  );
}

interface TaskLineProps extends Changed {
  due: DueDossier;
  task: Task;
  /** Whether it names its dossier. */
  leads?: boolean;
}

function TaskLine({ due, task, onChanged, leads }: TaskLineProps) {
  const { dossier } = due;
  const names = useNames();
  const [opened, open] = useState<"call" | "put_off" | null>(null);
  const done = useAction(async () => {
    onChanged(await call("finish_task", { dossier: dossier.id, task: task.key }));
  });
  const name = names.of(dossier.name);
  const phone = names.areHidden ? "" : due.phone;
  const close = () => open(null);
  const changed = (today: Today) => {
    open(null);
    onChanged(today);
  };
  return (
    <Line
      meaning={meaningOf(task.meaning)}
      when={task.when}
      what={
        <>
          {leads && (
            <>
              <b>
                <a href={addressOf(dossier.id, task.action)}>{name}</a>
              </b>
              {", "}
            </>
          )}
          {task.what}
        </>
      }
      detail={detailOf(task, leads ? { project: dossier.project, phone } : null)}
      under={
        (opened || done.failure) && (
          <>
            {opened === "call" && (
              <TaskCall dossier={dossier.id} task={task} onDone={changed} onClose={close} />
            )}
            {opened === "put_off" && (
              <PutOff dossier={dossier.id} task={task.key} onDone={changed} onClose={close} />
            )}
            <Refused failure={done.failure} />
          </>
        )
      }
      actions={
        <>
          {task.action === "call" ? (
            <button
              type="button"
              class="button small"
              aria-expanded={opened === "call"}
              aria-label={words.actionOf(words.action.call, name)}
              onClick={() => open(opened === "call" ? null : "call")}
            >
              {words.action.call}
            </button>
          ) : (
            <a
              class="button small"
              href={addressOf(dossier.id, task.action)}
              aria-label={words.actionOf(words.action[task.action], name)}
            >
              {words.action[task.action]}
            </a>
          )}
          <Menu label={words.actionOf(words.others, name)}>
            <MenuAct
              does={words.done}
              label={words.doneOf(task.what, name)}
              disabled={done.busy}
              // The second click of a double one would be for the next line, which has come up.
              onClick={(click) => click.detail < 2 && void done.run()}
            />
            <MenuAct
              does={words.putOff}
              label={words.putOffOf(task.what, name)}
              onClick={() => open("put_off")}
            />
          </Menu>
        </>
      }
    />
  );
}
