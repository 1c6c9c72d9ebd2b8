// The schedule in force, beside the contract's or beside a change on trial.

import type { ScheduleRow, VersionCells } from "../../ipc/types.ts";
import { Scroll } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import * as words from "./words.ts";

interface ScheduleProps {
  rows: readonly ScheduleRow[];
  /** The names of both versions; one alone has no name. */
  versions: { before: string; now: string } | null;
  totals: { before: string; now: string };
}

export function Schedule({ rows, versions, totals }: ScheduleProps) {
  return (
    <Scroll label={words.scheduleTable}>
      <table class="dense versions">
        <caption class="vh">{words.scheduleTable}</caption>
        <Heading versions={versions} />
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.numbers}|${row.label}`} class={row.declared === "missed" ? "hit" : undefined}>
              <td class="num faint">{row.numbers}</td>
              <th scope="row">{row.label}</th>
              {versions && <Cells cells={row.before} />}
              <Cells
                cells={row.now}
                hasInterest={!versions}
                isNew={versions !== null}
                isStrong={row.changed}
              />
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
        </tbody>
      </table>
    </Scroll>
  );
}

function Heading({ versions }: { versions: ScheduleProps["versions"] }) {
  const columns = (isNew: boolean) => (
    <>
      <th scope="col" class={isNew ? "num new" : "num"}>
        {words.toPay}
      </th>
      {!versions && (
        <th scope="col" class="num">
          {words.interest}
        </th>
      )}
      <th scope="col" class={isNew ? "num new" : "num"}>
        {words.left}
      </th>
    </>
  );
  const deep = versions ? 2 : 1;
  const first = (
    <>
      <th rowSpan={deep} scope="col">
        <span class="vh">{words.number}</span>
      </th>
      <th rowSpan={deep} scope="col">
        {words.due}
      </th>
    </>
  );
  const last = (
    <>
      <th rowSpan={deep} scope="col">
        {words.known}
      </th>
      <th rowSpan={deep} scope="col">
        {words.by}
      </th>
    </>
  );
  if (!versions) {
    return (
      <thead>
        <tr>
          {first}
          {columns(false)}
          {last}
        </tr>
      </thead>
    );
  }
  return (
    <thead>
      <tr>
        {first}
        <th colSpan={2} scope="colgroup">
          {versions.before}
        </th>
        <th colSpan={2} scope="colgroup" class="new">
          {versions.now}
        </th>
        {last}
      </tr>
      <tr>
        {columns(false)}
        {columns(true)}
      </tr>
    </thead>
  );
}

interface CellsProps {
  cells: VersionCells | null;
  hasInterest?: boolean;
  isNew?: boolean;
  isStrong?: boolean;
}

function Cells({ cells, hasInterest = false, isNew = false, isStrong = false }: CellsProps) {
  const look = isNew ? "num new" : "num";
  const toPay = cells?.to_pay ?? words.none;
  return (
    <>
      <td class={look}>{isStrong ? <b>{toPay}</b> : toPay}</td>
      {hasInterest && <td class={look}>{cells?.interest ?? words.none}</td>}
      <td class={`${look} soft`}>{cells?.outstanding ?? words.none}</td>
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
