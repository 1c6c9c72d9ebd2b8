// The agenda: its order changed by keys or buttons, and the dossiers that wait to be on it.

import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { AgendaRow, SessionView, WaitingDossier } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Summary } from "../../parts/Summary.tsx";
import * as words from "./words.ts";

interface AgendaProps {
  view: SessionView;
  chosen: number | null;
  onChoose: (item: number) => void;
  onChanged: (view: SessionView) => void;
}

export function Agenda({ view, chosen, onChoose, onChanged }: AgendaProps) {
  const names = useNames();
  const session = view.session.id;
  const isHeld = view.session.state.key === "held";
  const move = useAction(async (row: AgendaRow, place: number) => {
    onChanged(await call("move_on_agenda", { session, item: row.item, place }));
  });
  const off = useAction(async (row: AgendaRow) => {
    onChanged(await call("take_off_agenda", { session, item: row.item }));
  });
  const list = useAction(async (one: WaitingDossier) => {
    const { dossier, matter } = one;
    const from = one.from ?? undefined;
    const added_there = view.session.state.key === "held";
    onChanged(await call("list_in_session", { session, dossier, matter, added_there, from }));
  });
  const keys = (row: AgendaRow) => (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    const place = row.place + by;
    if (place >= 1 && place <= view.agenda.length) void move.run(row, place);
  };
  return (
    <Sheet title={words.agenda}>
      {view.agenda.length === 0 && <p class="body soft">{words.empty}</p>}
      <ol class="agenda">
        {view.agenda.map((row) => (
          <li key={row.item}>
            <button
              type="button"
              aria-current={row.item === chosen ? "true" : undefined}
              onClick={() => onChoose(row.item)}
              onKeyDown={keys(row)}
            >
              <b>
                {row.place}. {row.reference}
              </b>
              <span class="small soft">{row.matter_label || row.project}</span>
              <span class="small soft">{row.amount?.text}</span>
              {row.lacks && <span class="small soft">{row.lacks}</span>}
              <Standing row={row} isSeen={isHeld && row.item === chosen} />
            </button>
            {!isHeld && row.item === chosen && row.hearing === null && (
              <span class="row moves">
                <Move
                  label={words.up}
                  name={words.upName(names.of(row.name))}
                  onClick={() => move.run(row, row.place - 1)}
                  off={row.place === 1}
                />
                <Move
                  label={words.down}
                  name={words.downName(names.of(row.name))}
                  onClick={() => move.run(row, row.place + 1)}
                  off={row.place === view.agenda.length}
                />
                <Move
                  label={words.remove}
                  name={words.offName(names.of(row.name))}
                  onClick={() => off.run(row)}
                  off={false}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      <Refused failure={move.failure ?? off.failure} />
      <details class="fold" open={!isHeld}>
        <Summary>{words.addDossier}</Summary>
        {view.waiting.length === 0 && <p class="body soft">{words.noneWaiting}</p>}
        <ul class="plain body">
          {view.waiting.map((one) => (
            <li key={`${one.dossier} ${one.matter}`}>
              <b>{names.of(one.name)}</b> <span class="soft small">{one.reference}</span>
              <span class="block small">{one.matter === "refund" ? words.refund : one.project}</span>
              {one.listed && <span class="block small soft">{one.listed}</span>}
              <List one={one} view={view} onList={() => list.run(one)} />
            </li>
          ))}
        </ul>
        <Refused failure={list.failure} />
      </details>
    </Sheet>
  );
}

function Standing({ row, isSeen }: { row: AgendaRow; isSeen: boolean }) {
  if (row.hearing === null) {
    return <State meaning={isSeen ? "waiting" : "coming"}>{isSeen ? words.spokenOf : words.toSee}</State>;
  }
  const isDecided = row.hearing.result.key === "decided";
  return <State meaning={isDecided ? "ok" : "due"}>{row.hearing.decision}</State>;
}

function List({ one, view, onList }: { one: WaitingDossier; view: SessionView; onList: () => void }) {
  const names = useNames();
  const isHeld = view.session.state.key === "held";
  const name = (isHeld ? words.listThereName : words.listName)(one.reference, names.of(one.name));
  return (
    <button type="button" class="button small" aria-label={name} onClick={onList}>
      {isHeld ? words.listThere : words.list}
    </button>
  );
}

interface MoveProps {
  label: string;
  name: string;
  onClick: () => void;
  off: boolean;
}

function Move({ label, name, onClick, off }: MoveProps) {
  return (
    <button type="button" class="button quiet small" aria-label={name} onClick={onClick} disabled={off}>
      {label}
    </button>
  );
}
