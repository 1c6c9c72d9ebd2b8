// The table of a ledger, described once by its columns for its lines and for the line being edited where it stands.

import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { Button } from "./Button.tsx";
import { EditedUnder, LineRefusal } from "./EditedUnder.tsx";
import type { Edit } from "./inline.ts";
import type { Ledger } from "./ledger.ts";
import { List, type Option } from "./Select.tsx";
import { Table } from "./Table.tsx";
import * as words from "./words.ts";

export interface Column<R, V> {
  field: keyof V & string;
  label: string;
  /** What stands over the column, when that is not its label. */
  head?: string;
  kind: "text" | "date" | "month" | "money" | "choice";
  /** The choices of a list. */
  options?: readonly Option[];
  /** What the table shows; without it the field stands under the line being edited. */
  shown?: (row: R) => ComponentChildren;
  /** What a line being edited shows where it has no field. */
  fixed?: (row: R) => ComponentChildren;
  /** Whether a line has this field under it. */
  isFor?: (row: R) => boolean;
  isOverFigures?: boolean;
  headLook?: string;
  look?: string;
  title?: (row: R) => string | undefined;
  width?: string;
  read?: (typed: V) => string;
  change?: (edit: Edit<V>, text: string) => Partial<V>;
}

/** What ties a field to the line being edited and to its refusal. */
export type LineTie<V> = (field: keyof V & string, label: string) => object;

export interface Ledgered<R, V> {
  columns: readonly Column<R, V>[];
  /** The number of a row, and what it is called. */
  id: (row: R) => number;
  label: (row: R) => string;
  /** The field the button of a line opens. */
  opens: (row: R) => string;
  /** Under the button of a line. */
  beneath?: (row: R) => ComponentChildren;
  look?: (row: R) => string | undefined;
  /** Why a line cannot be removed. */
  staysBecause?: (row: R) => string | null;
  /** How its lines are edited, where that is not as in every ledger: seen, and heard. */
  hints?: { hint: string; voice: string };
  /** The button that opens what stands under the line being edited, where that is folded. */
  unfolds?: (row: R) => string | null;
  /** Under the line being edited, after the fields its columns do not show. */
  under?: (
    row: R,
    edit: Edit<V>,
    ties: { tie: LineTie<V>; put: (change: Partial<V>) => void },
  ) => ComponentChildren;
}

interface TableProps<R, V> {
  of: Ledgered<R, V>;
  ledger: Ledger<V>;
  label: string;
  caption?: string;
  class?: string;
  areBodies?: boolean;
  children: ComponentChildren;
}

export function LedgerTable<R, V extends object>({ of, ledger, ...table }: TableProps<R, V>) {
  const { voice, hint } = of.hints ?? words.editHints;
  return (
    <>
      <Table
        {...table}
        class={table.class ?? "dense ledger"}
        caption={`${table.caption ?? table.label}. ${voice}`}
        place={ledger.place}
        heads={seen(of).map((column) => ({
          text: column.head ?? column.label,
          isOverFigures: isOverFigures(column),
          look: column.headLook,
        }))}
      />
      <p class="foot-note rule-source">{hint}</p>
    </>
  );
}

interface LinesProps<R, V> {
  of: Ledgered<R, V>;
  rows: readonly R[];
  ledger: Ledger<V>;
}

/** The lines of a ledger, or of one of its parts. */
export function LedgerLines<R, V extends object>({ of, rows, ledger }: LinesProps<R, V>) {
  return (
    <>
      {rows.map((row) =>
        ledger.edit?.line === of.id(row) ? (
          <EditedLine key={of.id(row)} of={of} row={row} ledger={ledger} edit={ledger.edit} />
        ) : (
          <Line key={of.id(row)} of={of} row={row} ledger={ledger} />
        ),
      )}
    </>
  );
}

interface LineProps<R, V> {
  of: Ledgered<R, V>;
  row: R;
  ledger: Ledger<V>;
}

function Line<R, V extends object>({ of, row, ledger }: LineProps<R, V>) {
  const [first, ...others] = seen(of);
  const line = of.id(row);
  const open = (column?: Column<R, V>) => () =>
    ledger.open(line, column && (column.fixed?.(row) ?? null) === null ? column.field : of.opens(row));
  return (
    <tr class={of.look?.(row)}>
      <th scope="row">
        <button
          type="button"
          class="line"
          data-line={line}
          tabIndex={ledger.current === line ? 0 : -1}
          onClick={open()}
          onKeyDown={(event) => ledger.onLineKey(event, line)}
        >
          {first?.shown?.(row)}
        </button>
        {of.beneath?.(row)}
      </th>
      {others.map((column) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the button of the line has the keys; a click is a short cut
        <td key={column.label} class={look(column)} title={column.title?.(row)} onClick={open(column)}>
          {column.shown?.(row)}
        </td>
      ))}
    </tr>
  );
}

/** The line being edited, its cells where they were; under it what only an edit needs. */
function EditedLine<R, V extends object>({ of, row, ledger, edit }: LineProps<R, V> & { edit: Edit<V> }) {
  const errorId = useId();
  const [first, ...others] = seen(of);
  const unfolds = of.unfolds?.(row) ?? null;
  const [isUnfolded, setUnfolded] = useState(false);
  const { refused } = edit;
  const isAside = refused !== null && !seen(of).some(({ field }) => field === refused.field);
  const isUnder = unfolds === null || isUnfolded || isAside;
  const cells = useRef<HTMLTableRowElement>(null);
  const unfold = () => {
    setUnfolded(!isUnfolded);
    requestAnimationFrame(() => {
      const under = isUnfolded ? cells.current : cells.current?.nextElementSibling;
      under?.querySelector<HTMLElement>("input, select")?.focus();
    });
  };
  const keys = {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !event.altKey || unfolds === null) return ledger.onEditKey(event);
      event.preventDefault();
      unfold();
    },
    onFocusOut: ledger.onEditLeave,
  };
  const stays = of.staysBecause?.(row) ?? null;
  const tie = (field: string, label: string) => ({
    name: field,
    "aria-label": words.cell(label, of.label(row)),
    "aria-invalid": edit.refused?.field === field ? (true as const) : undefined,
    "aria-describedby": edit.refused?.field === field ? errorId : undefined,
  });
  const cell = (column: Column<R, V>) =>
    column.fixed?.(row) ?? (
      <Cell column={column} ledger={ledger} edit={edit} tie={tie(column.field, column.label)} />
    );
  return (
    <>
      <tr class={isUnder || refused ? "edit" : "edit sole"} data-edited ref={cells} {...keys}>
        <th scope="row">
          {first && cell(first)}
          {!isUnder && (
            <>
              {" "}
              <Button small keepsFocus look="quiet" shortcut={words.unfoldKey} onClick={unfold}>
                {unfolds}
              </Button>
            </>
          )}
        </th>
        {others.map((column) => (
          <td key={column.label} class={look({ ...column, look: undefined })}>
            {cell(column)}
          </td>
        ))}
      </tr>
      {!isUnder && refused && (
        <tr class="edit under" data-edited {...keys}>
          <td colSpan={others.length + 1}>
            <LineRefusal refused={refused} isInTheWay={edit.isInTheWay} errorId={errorId} />
          </td>
        </tr>
      )}
      {isUnder && (
        <EditedUnder
          columns={others.length + 1}
          refused={edit.refused}
          isInTheWay={edit.isInTheWay}
          errorId={errorId}
          keys={keys}
          onRestore={ledger.restore}
          onRemove={stays === null ? () => ledger.remove(of.id(row)) : null}
          whyItStays={stays}
        >
          {of.columns
            .filter((column) => !column.shown && (column.isFor?.(row) ?? true))
            .map((column) => (
              <Pair key={column.field} label={column.label}>
                {cell(column)}
              </Pair>
            ))}
          {of.under?.(row, edit, { tie, put: ledger.type })}
        </EditedUnder>
      )}
    </>
  );
}

interface CellProps<R, V> {
  column: Column<R, V>;
  ledger: Ledger<V>;
  edit: Edit<V>;
  tie: object;
}

function Cell<R, V extends object>({ column, ledger, edit, tie }: CellProps<R, V>) {
  const { field, kind, options = [], width = kind === "date" ? "w-cell" : "" } = column;
  const value = column.read?.(edit.typed) ?? String(edit.typed[field]);
  const put = (text: string) => ledger.type(column.change?.(edit, text) ?? ({ [field]: text } as Partial<V>));
  if (kind === "choice") return <List {...tie} options={options} value={value} onInput={put} />;
  return (
    <input
      {...tie}
      class={[kind === "money" && "money", width].filter(Boolean).join(" ") || undefined}
      value={value}
      readOnly={edit.isSending}
      inputMode={kind === "money" ? "decimal" : "text"}
      placeholder={kind === "date" ? words.dateForm : kind === "month" ? words.monthForm : undefined}
      autoComplete="off"
      spellcheck={false}
      onBlur={() => kind === "date" && void ledger.readDate(field)}
      onInput={(event) => put(event.currentTarget.value)}
    />
  );
}

/** A field with its name before it; it carries its own name for who does not see this one. */
export function Pair({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <span class="pair">
      <span aria-hidden="true">{label}</span> {children}
    </span>
  );
}

function seen<R, V>(of: Ledgered<R, V>): Column<R, V>[] {
  return of.columns.filter((column) => column.shown);
}

function isOverFigures<R, V>({ isOverFigures, kind }: Column<R, V>): boolean {
  return isOverFigures ?? kind === "money";
}

function look<R, V>(column: Omit<Column<R, V>, "look"> & { look?: string | undefined }): string | undefined {
  return [isOverFigures(column) && "num", column.look].filter(Boolean).join(" ") || undefined;
}
