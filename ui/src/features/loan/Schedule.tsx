// The schedule in force, beside the contract's or beside a change on trial.

import type { ScheduleRow, VersionCells } from "../../ipc/types.ts";
import { State } from "../../parts/State.tsx";
import { type Head, overFigures, Table } from "../../parts/Table.tsx";
import * as words from "./words.ts";

interface ScheduleProps {
  rows: readonly ScheduleRow[];
  /** The names of both versions; one alone has no name. */
  versions: { before: string; now: string } | null;
  totals: { before: string; now: string };
}

export function Schedule({ rows, versions, totals }: ScheduleProps) {
  return (
    <Table label={words.scheduleTable} class="dense versions" {...headsOf(versions)}>
      {rows.map((row) => (
        <tr key={`${row.numbers}|${row.label}`} class={row.declared === "missed" ? "hit" : undefined}>
          <td class="num faint">{row.numbers}</td>
          <th scope="row">{row.label}</th>
          {versions && <Cells cells={row.before} />}
          <Cells cells={row.now} hasInterest={!versions} isNew={versions !== null} isStrong={row.changed} />
          <td>
            <Known row={row} />
          </td>
          <td class="soft small">{row.told}</td>
        </tr>
      ))}
      <tr class="sum end">
        <td />
        <th scope="row">{words.total}</th>
        {versions && (
          <>
            <td class="num">{totals.before}</td>
            <td />
          </>
        )}
        <td class="num">{totals.now}</td>
        {!versions && <td />}
        <td />
        <td colSpan={2} />
      </tr>
    </Table>
  );
}

/** One version has its columns; two stand side by side, each under its name. */
function headsOf(versions: ScheduleProps["versions"]): { heads: Head[]; below?: Head[] } {
  const first = [{ text: words.number, isHeard: true }, words.due];
  const last = [words.known, words.by];
  if (!versions)
    return { heads: [...first, ...overFigures([words.toPay, words.interest, words.remaining]), ...last] };
  const both = [words.toPay, words.remaining];
  return {
    heads: [
      ...first,
      { text: versions.before, over: 2 },
      { text: versions.now, over: 2, look: "new" },
      ...last,
    ],
    below: [...overFigures(both), ...overFigures(both, "new")],
  };
}

interface CellsProps {
  cells: VersionCells | null;
  hasInterest?: boolean;
  isNew?: boolean;
  isStrong?: boolean;
}

function Cells({ cells, hasInterest = false, isNew = false, isStrong = false }: CellsProps) {
  const look = isNew ? "num new" : "num";
  const toPay = cells?.to_pay ?? words.unknown;
  return (
    <>
      <td class={look}>{isStrong ? <b>{toPay}</b> : toPay}</td>
      {hasInterest && <td class={look}>{cells?.interest ?? words.unknown}</td>}
      <td class={`${look} soft`}>{cells?.outstanding ?? words.unknown}</td>
    </>
  );
}

function Known({ row }: { row: ScheduleRow }) {
  switch (row.declared) {
    case "paid":
    case "paid_late":
      return <State meaning="ok">{row.state}</State>;
    case "missed":
      return <State meaning="late">{row.state}</State>;
    case null:
      return <span class="soft">{row.state}</span>;
  }
}
