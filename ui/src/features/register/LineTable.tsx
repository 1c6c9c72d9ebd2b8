// The table of a register's lines: the line one is on has fields, the others their words.

import { Fragment } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { RegisterCell, RegisterRow, RegisterView, Settlement } from "../../ipc/types.ts";
import { Icon, type Sign } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { useNames } from "../../parts/names.ts";
import { List } from "../../parts/Select.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import { callsFor } from "./logic.ts";
import * as words from "./words.ts";

interface LineTableProps {
  view: RegisterView;
  rows: readonly RegisterRow[];
  current: number | null;
  onCurrent: (line: number) => void;
  onColumn: (place: number, column: string) => void;
  onCell: (line: number, place: number, text: string) => void;
  onSettled: (line: number, settled: Settlement) => void;
}

const looks: Record<string, { meaning: string; sign: Sign }> = {
  refused: { meaning: "late", sign: "late" },
  to_settle: { meaning: "due", sign: "due" },
  to_create: { meaning: "", sign: "plus" },
  to_update: { meaning: "waiting", sign: "waiting" },
  already_there: { meaning: "ok", sign: "check" },
  left_out: { meaning: "", sign: "remove" },
};

const NAMES = ["full_name", "last_name", "first_name"];
const AMOUNTS = [
  "amount_asked",
  "amount_granted",
  "instalment",
  "loss",
  "refund_amount",
  "months",
  "annual_rate",
];

export function LineTable(props: LineTableProps) {
  const { view, rows, current } = props;
  const table = useRef<HTMLDivElement>(null);
  const columns = view.columns.filter(({ column }) => column !== "");
  const chosen = (column: string) => view.column_choices.find(({ key }) => key === column)?.label;
  const heads = [
    ...overFigures([words.line]),
    words.verdict,
    ...columns.map((one) => {
      const heading = one.heading || words.noHeading(one.place + 1);
      return {
        text: (
          <>
            <span class="own-heading">{words.quoted(heading)}</span>
            <span class="sized" data-text={chosen(one.column)}>
              <List
                aria-label={words.columnOf(heading)}
                options={view.column_choices}
                blank={words.leaveOut}
                value={one.column}
                onInput={(key) => props.onColumn(one.place, key)}
              />
            </span>
          </>
        ),
      };
    }),
  ];
  // The line one goes to shows its first field, the one to be corrected when there is one.
  useEffect(() => {
    if (current === null) return;
    const line = table.current?.querySelector(`[data-line="${current}"]`);
    const find = (css: string) => line?.querySelector<HTMLElement>(css);
    const field = find("input[aria-invalid]") ?? find("input[aria-describedby]") ?? find("input");
    const choice = line?.nextElementSibling?.querySelector<HTMLElement>("input[type=radio]");
    const isAsked = line?.nextElementSibling?.matches(".ask-line") ?? false;
    (isAsked ? (choice ?? field) : field)?.focus();
  }, [current]);
  useKeys({
    F2: () => {
      const at = document.activeElement?.closest<HTMLElement>("[data-line]");
      const line = at?.dataset.line ?? rows[0]?.line;
      if (line !== undefined) props.onCurrent(Number(line));
    },
  });
  return (
    <div ref={table}>
      <Table label={words.linesTable} class="dense register" heads={heads}>
        {rows.map((row) => (
          <Fragment key={row.line}>
            <Line {...props} row={row} />
            {row.question && (callsFor(row) || row.settled) && (
              <tr class="ask-line">
                <td />
                <td colSpan={columns.length + 1}>
                  <Question row={row} onSettled={props.onSettled} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </Table>
    </div>
  );
}

function Line({ view, row, current, onCurrent, onCell }: LineTableProps & { row: RegisterRow }) {
  const look = looks[row.verdict.key] ?? { meaning: "", sign: "plus" as Sign };
  const isOpen = current === row.line;
  const hasFault = row.cells.some(({ fault, ask }) => fault !== "" || ask !== "");
  return (
    <tr data-line={row.line} class={row.verdict.key === "to_settle" ? "to-settle" : undefined}>
      <th scope="row" class="num">
        <button
          type="button"
          class="line"
          aria-label={words.openLine(row.line)}
          onClick={() => onCurrent(row.line)}
        >
          {row.line}
        </button>
      </th>
      <td class="unbroken">
        <span class={`state ${look.meaning}`}>
          <Icon name={look.sign} /> {row.verdict.label}
        </span>
        {row.reason && !hasFault && <span class="sub">{row.reason}</span>}
      </td>
      {row.cells.map((cell) => (
        <Cell
          key={cell.place}
          label={label(view, cell.column)}
          row={row}
          cell={cell}
          isOpen={isOpen}
          onCell={onCell}
        />
      ))}
    </tr>
  );
}

/** What a column holds, in words. */
function label(view: RegisterView, column: string): string {
  return view.column_choices.find(({ key }) => key === column)?.label ?? column;
}

interface CellProps {
  label: string;
  row: RegisterRow;
  cell: RegisterCell;
  isOpen: boolean;
  onCell: (line: number, place: number, text: string) => void;
}

function Cell({ label, row, cell, isOpen, onCell }: CellProps) {
  const names = useNames();
  const isAmount = AMOUNTS.includes(cell.column);
  const told = cell.fault || cell.ask;
  const isField = isOpen || told !== "";
  if (!isField) {
    const text = NAMES.includes(cell.column) ? names.of(cell.text) : cell.text;
    return <td class={isAmount ? "num" : undefined}>{text}</td>;
  }
  return (
    <td class={cell.fault ? "bad" : told ? "ask" : undefined}>
      <Field
        key={`${row.line} ${cell.place} ${cell.text}`}
        label={label}
        row={row}
        cell={cell}
        onCell={onCell}
      />
      {told && (
        <span class="told" id={`told-${row.line}-${cell.place}`}>
          {told}
        </span>
      )}
    </td>
  );
}

function Field({ label, row, cell, onCell }: Omit<CellProps, "isOpen">) {
  const [text, setText] = useState(cell.text);
  const names = useNames();
  const keep = () => {
    if (text !== cell.text) onCell(row.line, cell.place, text);
  };
  const isHidden = names.areHidden && NAMES.includes(cell.column);
  return (
    <input
      // The typings know one input element per type; names are hidden behind another.
      type={(isHidden ? "password" : "text") as "text"}
      class={AMOUNTS.includes(cell.column) ? "money" : undefined}
      aria-label={words.cellOf(label, row.line)}
      aria-invalid={cell.fault ? true : undefined}
      aria-describedby={cell.fault || cell.ask ? `told-${row.line}-${cell.place}` : undefined}
      autoComplete="off"
      spellcheck={false}
      value={text}
      onInput={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Enter") keep();
      }}
    />
  );
}

function Question({ row, onSettled }: { row: RegisterRow; onSettled: LineTableProps["onSettled"] }) {
  const { question } = row;
  if (!question) return null;
  return (
    <fieldset class="inline">
      <legend class="heard">{words.choiceOf(row.line)}</legend>
      <span>
        {question.text}{" "}
        {question.dossier !== null && <a href={`#/dossiers/${question.dossier}`}>{words.openDossier}</a>}
      </span>
      {question.answers.map((answer) => (
        <label key={answer.key} class="check">
          <input
            type="radio"
            name={`line-${row.line}`}
            checked={row.settled === answer.key}
            onChange={() => onSettled(row.line, answer.key as Settlement)}
          />{" "}
          {answer.label}
        </label>
      ))}
    </fieldset>
  );
}
