import { Fragment } from "preact";
import type { ReportView, RowView, TableView } from "../../ipc/types.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import { addressOfNumber, barsOf } from "./logic.ts";
import * as words from "./words.ts";

interface TableProps {
  /** The period and its options, as addresses name them. */
  at: string;
  view: ReportView;
  table: TableView;
}

/** A table of the bilan; a number with dossiers behind it is a link to them. */
export function ReportTable({ at, view, table }: TableProps) {
  const bars = barsOf(table);
  const [first, ...others] = overFigures(table.columns.map(({ title }) => title));
  const heads = [
    { text: words.line, isHeard: true },
    ...(first ? [first] : []),
    ...(bars.length > 0 ? [{ text: words.bars, isHeard: true }] : []),
    ...others,
  ];
  return (
    <Sheet
      title={table.title}
      note={noteOf(table)}
      actions={bars.length > 0 && <Legend bars={bars} view={view} />}
    >
      <Table label={table.title} caption={`${table.title}. ${table.help}`} heads={heads}>
        {table.rows.map((row, place) => (
          <Line
            key={row.key}
            at={at}
            view={view}
            table={table}
            row={row}
            under={headingOf(table, place)}
            hasBars={bars.length > 0}
          />
        ))}
      </Table>
      <p class="foot-note rule-source">{table.help}</p>
    </Sheet>
  );
}

/** How its facts are gathered, then what is said once, on the first table. */
function noteOf(table: TableView): string {
  const said: Record<string, string> = { funnel: words.opens };
  return [table.reading, said[table.key]].filter(Boolean).join(words.andThen);
}

interface LineProps extends TableProps {
  row: RowView;
  /** The question it answers, where several are asked in one table. */
  under: string | undefined;
  hasBars: boolean;
}

function headingOf(table: TableView, place: number): string | undefined {
  return table.rows
    .slice(0, place)
    .reverse()
    .find(({ kind }) => kind === "heading")?.label;
}

function Line({ at: place, table, row, under, hasBars }: LineProps) {
  if (row.kind === "heading") {
    return (
      <tr class="heading-row">
        <th scope="rowgroup" colSpan={table.columns.length + (hasBars ? 2 : 1)}>
          {row.label}
        </th>
      </tr>
    );
  }
  return (
    <tr class={row.kind === "total" ? "sum end" : undefined}>
      <th scope="row">{row.label}</th>
      {row.cells.map((cell, at) => {
        const column = table.columns[at];
        const number = { of: table.key, row: row.key, column: column?.key ?? "" };
        return (
          <Fragment key={number.column}>
            <td class="num">
              {cell.dossiers > 0 ? (
                <a
                  href={`#${addressOfNumber(place, number)}`}
                  aria-label={words.open(
                    cell.text,
                    [under, row.label, column?.title].filter(Boolean).join(", "),
                    cell.dossiers,
                  )}
                >
                  {cell.text}
                </a>
              ) : (
                cell.text
              )}
            </td>
            {at === 0 && hasBars && (
              <td class="bars">
                {row.bars.map((bar) => (
                  <Length key={bar.kind} kind={bar.kind} length={bar.length} />
                ))}
              </td>
            )}
          </Fragment>
        );
      })}
    </tr>
  );
}

type Kind = RowView["bars"][number]["kind"];

function Length({ kind, length }: { kind: Kind; length: number }) {
  return (
    <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width={length} height="10" class={`${kind}-bar`} />
    </svg>
  );
}

function Legend({ bars, view }: { bars: readonly Kind[]; view: ReportView }) {
  const names: Record<Kind, string> = {
    period: view.period.title,
    before: view.before?.title ?? words.barNames.before,
    reference: words.barNames.reference,
    requests: words.barNames.requests,
    granted: words.barNames.granted,
  };
  return (
    <span class="legend">
      {bars.map((kind) => (
        <span key={kind}>
          <svg viewBox="0 0 20 10" aria-hidden="true">
            <rect width="20" height="10" class={`${kind}-bar`} />
          </svg>
          {names[kind]}
        </span>
      ))}
    </span>
  );
}
