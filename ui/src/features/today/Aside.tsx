// Beside the list: who is waited for, who is silent, what was lent so far.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Landmark, Silent as SilentRow, Waiting as WaitingRow } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { useNames } from "../../parts/names.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { addressOf, shownOf } from "./logic.ts";
import * as words from "./words.ts";

interface ListProps<T> {
  title: string;
  note: string;
  rows: readonly T[];
  found: number;
  row: (one: T, at: number) => ComponentChildren;
}

function List<T>({ title, note, rows, found, row }: ListProps<T>) {
  const [isOpen, open] = useState(false);
  const shown = shownOf(rows, isOpen);
  const left = rows.length - shown.length;
  const beyond = found - rows.length;
  return (
    <Sheet title={title} note={note}>
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
    </Sheet>
  );
}

export function Waiting({ waiting, found }: { waiting: readonly WaitingRow[]; found: number }) {
  const names = useNames();
  return (
    <List
      title={words.waiting}
      note={words.waitingCount(found)}
      rows={waiting}
      found={found}
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
  );
}

export function Silent({ silent, found }: { silent: readonly SilentRow[]; found: number }) {
  const names = useNames();
  return (
    <List
      title={words.silent}
      note={words.silentCount(found)}
      rows={silent}
      found={found}
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
  );
}

export function Landmarks({ landmarks }: { landmarks: readonly Landmark[] }) {
  return (
    <Sheet title={words.landmarks}>
      <dl class="landmarks">
        {landmarks.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
