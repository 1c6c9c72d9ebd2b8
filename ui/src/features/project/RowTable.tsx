import { call } from "../../ipc/call.ts";
import { EditedUnder } from "../../parts/EditedUnder.tsx";
import type { Edit } from "../../parts/inline.ts";
import type { Ledger } from "../../parts/ledger.ts";
import { List } from "../../parts/Select.tsx";
import { Scroll } from "../../parts/Sheet.tsx";
import type { Column, Ledgered } from "./columns.ts";
import * as words from "./words.ts";

interface TableProps<R, V> {
  of: Ledgered<R, V>;
  rows: readonly R[];
  ledger: Ledger<V>;
}

export function RowTable<R, V extends object>({ of, rows, ledger }: TableProps<R, V>) {
  const shown = of.columns.filter((column) => column.shown);
  return (
    <>
      <Scroll label={words.tableOf(of.name)}>
        <table class="dense ledger" ref={ledger.place}>
          <caption class="vh">
            {of.name}. {words.editHintVoice}
          </caption>
          <thead>
            <tr>
              {shown.map((column) => (
                <th scope="col" key={column.field} class={look(column)}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) =>
              ledger.edit?.line === of.id(row) ? (
                <EditedRow key={of.id(row)} of={of} row={row} ledger={ledger} edit={ledger.edit} />
              ) : (
                <Row key={of.id(row)} of={of} row={row} ledger={ledger} />
              ),
            )}
          </tbody>
        </table>
      </Scroll>
      <p class="foot-note rule-src">{words.editHint}</p>
    </>
  );
}

function Row<R, V extends object>({ of, row, ledger }: { of: Ledgered<R, V>; row: R; ledger: Ledger<V> }) {
  const [first, ...others] = of.columns.filter((column) => column.shown);
  const open = (cell: string) => () => ledger.open(of.id(row), cell);
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          class="line"
          data-line={of.id(row)}
          tabIndex={ledger.current === of.id(row) ? 0 : -1}
          onClick={open("amount")}
          onKeyDown={(event) => ledger.onLineKey(event, of.id(row))}
        >
          {first?.shown?.(row)}
        </button>
      </th>
      {others.map((column) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the button of the line has the keys; a click is a short cut
        <td key={column.field} class={look(column)} onClick={open(column.field)}>
          {column.shown?.(row)}
        </td>
      ))}
    </tr>
  );
}

interface EditedProps<R, V> {
  of: Ledgered<R, V>;
  row: R;
  ledger: Ledger<V>;
  edit: Edit<V>;
}

/** The row being edited, its cells where they were; under it what only an edit needs. */
function EditedRow<R, V extends object>({ of, row, ledger, edit }: EditedProps<R, V>) {
  const errorId = `row-${of.id(row)}-error`;
  const [first, ...others] = of.columns.filter((column) => column.shown);
  const keys = { onKeyDown: ledger.onEditKey, onFocusOut: ledger.onEditLeave };
  const cell = (column: Column<R, V>) => (
    <Cell
      column={column}
      name={of.label(row)}
      line={of.id(row)}
      ledger={ledger}
      edit={edit}
      errorId={errorId}
    />
  );
  return (
    <>
      <tr class="edit" data-edited {...keys}>
        <th scope="row">{first && cell(first)}</th>
        {others.map((column) => (
          <td key={column.field} class={look(column)}>
            {cell(column)}
          </td>
        ))}
      </tr>
      <EditedUnder
        columns={others.length + 1}
        refused={edit.refused}
        isInTheWay={edit.isInTheWay}
        errorId={errorId}
        keys={keys}
        onRestore={ledger.restore}
        onRemove={() => ledger.remove(of.id(row))}
      >
        {of.columns
          .filter((column) => !column.shown)
          .map((column) => (
            <span class="pair" key={column.field}>
              <span aria-hidden="true">{column.label}</span> {cell(column)}
            </span>
          ))}
      </EditedUnder>
    </>
  );
}

interface CellProps<R, V> {
  column: Column<R, V>;
  name: string;
  line: number;
  ledger: Ledger<V>;
  edit: Edit<V>;
  errorId: string;
}

function Cell<R, V extends object>({ column, name, line, ledger, edit, errorId }: CellProps<R, V>) {
  const { field, kind } = column;
  const isRefused = edit.refused?.field === field;
  const tie = {
    name: field,
    "aria-label": words.cell(column.label, name),
    "aria-invalid": isRefused ? (true as const) : undefined,
    "aria-describedby": isRefused ? errorId : undefined,
  };
  const value = String(edit.typed[field]);
  const put = (text: string) => ledger.type({ [field]: text } as Partial<V>);
  const readBack = async () => {
    if (value === String(edit.before[field]) || value.trim() === "") return;
    // A date refused is told when the row is sent.
    const read = await call("read_field", { kind: "date", text: value }).catch(() => null);
    if (read) ledger.rewrite(line, field, value, read.text);
  };
  if (kind === "choice") {
    return <List {...tie} options={column.options ?? []} value={value} onInput={put} />;
  }
  return (
    <input
      {...tie}
      class={kind === "money" ? "money" : kind === "date" ? "w-cell" : undefined}
      value={value}
      readOnly={edit.isSending}
      inputMode={kind === "money" ? "decimal" : "text"}
      placeholder={kind === "date" ? words.dateForm : undefined}
      autoComplete="off"
      spellcheck={false}
      onBlur={() => kind === "date" && void readBack()}
      onInput={(event) => put(event.currentTarget.value)}
    />
  );
}

function look<R, V>(column: Column<R, V>): string | undefined {
  return column.kind === "money" ? "num" : undefined;
}
