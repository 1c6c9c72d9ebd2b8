// Beside the list, a line each: the coming days, who is waited for, who is silent, the office itself. A line that holds
// something late says so; opened, it shows it.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Today } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { useNames } from "../../parts/names.ts";
import { State } from "../../parts/State.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { Appointment, Due } from "./Lines.tsx";
import { addressOf, comingOf, listsOf, meaningOf, placeOf, shownOf } from "./logic.ts";
import { WorkTime } from "./WorkTime.tsx";
import * as words from "./words.ts";

interface FoldsProps {
  today: Today;
  onChanged: (today: Today) => void;
}

/** What the office itself has to do, each with where it is done. */
export function OfficeTasks({ tasks }: { tasks: Today["office"] }) {
  return (
    <ul class="tasks waiting">
      {tasks.map((task) => (
        <li key={task.what}>
          <div class="what">
            {task.what}
            <span class="detail">
              <a href={placeOf(task.place)}>{words.officePlace[task.place]}</a>
            </span>
          </div>
          <State meaning={meaningOf(task.meaning)}>{task.when}</State>
        </li>
      ))}
    </ul>
  );
}

export function Folds({ today, onChanged }: FoldsProps) {
  const names = useNames();
  const coming = comingOf(today);
  const late = today.waiting.filter(({ meaning }) => meaning === "late").length;
  return (
    <div class="sheet folds">
      {coming.count > 0 && (
        <Fold
          title={words.week}
          note={words.weekNote(coming.count, coming.met)}
          isShown={listsOf(today).length === 0}
        >
          <ul class="tasks">
            {coming.rows.map((row) =>
              "one" in row ? (
                <Appointment key={row.one.dossier} day={row.day} one={row.one} onChanged={onChanged} />
              ) : (
                <Due key={row.dossier.dossier.id} due={row.dossier} onChanged={onChanged} />
              ),
            )}
          </ul>
        </Fold>
      )}
      {today.waiting.length > 0 && (
        <Fold title={words.waiting} note={words.waitingNote(today.waiting_found, late)} isLate={late > 0}>
          <List
            rows={today.waiting}
            found={today.waiting_found}
            row={(one, at) => (
              <li key={at}>
                <div class="what">
                  <b>
                    <a
                      href={addressOf(one.dossier, "decide")}
                      aria-label={words.actionOf(one.whom, names.of(one.name))}
                    >
                      {one.whom}
                    </a>
                  </b>
                  <span class="detail">
                    {names.of(one.name)}, {one.what}
                  </span>
                </div>
                {one.meaning === "late" ? (
                  <State meaning="late" label={words.pastPromise}>
                    {one.since}
                  </State>
                ) : (
                  <State meaning="waiting">{one.since}</State>
                )}
              </li>
            )}
          />
        </Fold>
      )}
      {today.silent.length > 0 && (
        <Fold title={words.silent} note={words.silentCount(today.silent_found)}>
          <List
            rows={today.silent}
            found={today.silent_found}
            row={(one) => (
              <li key={one.dossier}>
                <div class="what">
                  <b>
                    <a href={addressOf(one.dossier, "call")}>{names.of(one.name)}</a>
                  </b>
                  <span class="detail">{one.what}</span>
                </div>
                <span class="soft">{one.since}</span>
              </li>
            )}
          />
        </Fold>
      )}
      {today.office.length > 0 && (
        <Fold
          title={words.office}
          note={String(today.office.length)}
          isLate={today.office.some(({ meaning }) => meaning === "late")}
        >
          <OfficeTasks tasks={today.office} />
        </Fold>
      )}
      {today.landmarks.length > 0 && (
        <Fold title={words.landmarks} note="">
          <dl class="landmarks">
            {today.landmarks.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Fold>
      )}
      <Fold title={words.work.title} note="">
        <WorkTime />
      </Fold>
    </div>
  );
}

interface FoldProps {
  title: string;
  note: string;
  isLate?: boolean;
  /** Open at first: nothing else is to be done. */
  isShown?: boolean;
  children: ComponentChildren;
}

/** What it holds is asked once it is opened. */
function Fold({ title, note, isLate, isShown = false, children }: FoldProps) {
  const [isOpen, open] = useState(isShown);
  return (
    <details
      open={isOpen}
      onToggle={(event) => event.target === event.currentTarget && open(event.currentTarget.open)}
    >
      <Summary>
        <b>{title}</b> {isLate ? <State meaning="late">{note}</State> : <span class="soft">{note}</span>}
      </Summary>
      {isOpen && children}
    </details>
  );
}

interface ListProps<T> {
  rows: readonly T[];
  found: number;
  row: (one: T, at: number) => ComponentChildren;
}

/** The first of a list, then the others at a button; those beyond what was given are in Dossiers. */
function List<T>({ rows, found, row }: ListProps<T>) {
  const [isOpen, open] = useState(false);
  const shown = shownOf(rows, isOpen);
  const left = rows.length - shown.length;
  const beyond = found - rows.length;
  return (
    <ul class="tasks waiting">
      {shown.map(row)}
      {left > 0 && (
        <li class="more">
          <Button onClick={() => open(true)}>{words.seeOthers(left)}</Button>
        </li>
      )}
      {left === 0 && beyond > 0 && (
        <li class="more">
          <a href="#/dossiers">{words.andMore(beyond)}</a>
        </li>
      )}
    </ul>
  );
}
