import type { DossierRow } from "../../ipc/types.ts";
import { useNames } from "../../parts/names.ts";
import { State } from "../../parts/State.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import { addressOf } from "./logic.ts";
import * as words from "./words.ts";

interface TableProps {
  rows: readonly DossierRow[];
  onOpen: (id: number) => void;
  /** The dossiers ticked; nothing while none is to be chosen. */
  chosen: ReadonlySet<number> | null;
  onChoose: (chosen: ReadonlySet<number>) => void;
}

export function DossierTable({ rows, onOpen, chosen, onChoose }: TableProps) {
  const names = useNames();
  const isEvery = chosen !== null && rows.every(({ id }) => chosen.has(id));
  const { person, project, stage, next, amount } = words.columns;
  const tick = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <Table
      label={words.table}
      class="people"
      onKeyDown={onArrow}
      heads={[
        ...(chosen
          ? [
              {
                text: (
                  <input
                    type="checkbox"
                    aria-label={words.pickAll}
                    checked={isEvery}
                    onChange={() => onChoose(new Set(isEvery ? [] : rows.map(({ id }) => id)))}
                  />
                ),
              },
            ]
          : []),
        person,
        project,
        stage,
        { text: next, isSorted: true },
        ...overFigures([amount]),
      ]}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          {chosen && (
            <td>
              <input
                type="checkbox"
                aria-label={words.bulkPick(row.reference)}
                checked={chosen.has(row.id)}
                onChange={() => tick(row.id)}
              />
            </td>
          )}
          <th scope="row">
            <a class="who" href={addressOf(row)} data-dossier={row.id} onClick={() => onOpen(row.id)}>
              {names.of(row.name)}
            </a>
            <span class="sub">{row.reference}</span>
          </th>
          <td>
            {row.project ? (
              <span class="few-lines" title={row.project}>
                {row.project}
              </span>
            ) : (
              <span class="faint">{words.noProject}</span>
            )}
          </td>
          <td class="unbroken">{row.stage.label}</td>
          <td class="unbroken">
            <NextDate row={row} />
            <span class="sub few-lines" title={row.next_what}>
              {row.next_what}
            </span>
          </td>
          <td class="num">{row.amount?.text ?? <span class="faint">{words.noAmount}</span>}</td>
        </tr>
      ))}
    </Table>
  );
}

function NextDate({ row }: { row: DossierRow }) {
  if (row.next_date === null) return <span class="faint">{words.noDate}</span>;
  const date = <time dateTime={row.next_date.iso}>{row.next_date.text}</time>;
  switch (row.next_meaning) {
    case "late":
      return (
        <State meaning="late" label={words.lateSign}>
          {date}
        </State>
      );
    case "due":
      return (
        <State meaning="due" label={words.dueSign}>
          {date}
        </State>
      );
    case "plain":
      return date;
  }
}

/** The arrows go from one dossier to the next, and back to the search above the first. */
function onArrow(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.ctrlKey || event.altKey) return;
  const links = [...document.querySelectorAll<HTMLElement>("a.who")];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const to = at + step < 0 ? document.getElementById("find") : links[at + step];
  if (at < 0 || !to) return;
  to.focus();
  event.preventDefault();
}
