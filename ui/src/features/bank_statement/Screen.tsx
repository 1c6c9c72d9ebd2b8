// One list per bank: what its monthly message says of every loan, exceptions first.

import { Fragment, type RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { BankStatementView, StatementRow } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Form } from "../../parts/Form.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { useArrival, useTitle } from "../../parts/place.ts";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Table } from "../../parts/Table.tsx";
import { DateField, MoneyField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

export function BankStatement({ title }: { title: string }) {
  const [asked, ask] = useState({ lender: "", month: "" });
  const { value, failure, set } = useAnswer("bank_statement", asked);
  useTitle(title);
  useArrival(value !== null);
  if (!value) return <Refused failure={failure} />;
  if (!value.lender) {
    return (
      <>
        <div class="page-head">
          <h1 tabIndex={-1}>{title}</h1>
        </div>
        <Empty title={words.none} text={words.noneText} />
      </>
    );
  }
  const shown = `${value.lender} ${value.month}`;
  return <List key={shown} view={value} onAsk={ask} onChanged={set} />;
}

interface ListProps {
  view: BankStatementView;
  onAsk: (asked: { lender: string; month: string }) => void;
  onChanged: (view: BankStatementView) => void;
}

const blank = { on: "", total: "", answers: {} as Readonly<Record<number, string>> };

function List({ view, onAsk, onChanged }: ListProps) {
  const { lender, month } = view;
  const form = useForm({
    name: `bank_statement:${lender}.${month}`,
    recorded: blank,
    send: async ({ on, total }, anyway: string) => {
      const answers = view.rows.map((row) => ({
        dossier: row.dossier,
        number: row.number,
        answer: answerOf(row),
      }));
      onChanged(await call("note_bank_statement", { lender, month, on, total, anyway, answers }));
    },
  });
  const { answers } = form.typed;
  const answerOf = (row: StatementRow) => answers[row.dossier] ?? row.answer;
  const rows = useRef<HTMLDivElement>(null);
  useKeys({ "Ctrl+Enter": () => void form.run("") });
  const differs = form.errorOf("total") !== null;
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{words.heading(view.lender_name)}</h1>
          <p>{words.intro(view.sentence)}</p>
          <p class="soft small">{words.keys}</p>
        </div>
      </div>
      <div class="columns wide-side">
        <Sheet title={words.loans} note={words.loansNote}>
          {view.rows.length === 0 ? (
            <p class="body soft">{words.noDue}</p>
          ) : (
            <Rows
              place={rows}
              rows={view.rows}
              answerOf={answerOf}
              onAnswer={(row, answer) => form.put({ answers: { ...answers, [row.dossier]: answer } })}
            />
          )}
        </Sheet>
        <Sheet title={words.message}>
          <Form form={form} label={words.message} send={() => form.run("")}>
            <Select
              label={words.lender}
              name="lender"
              options={view.lenders}
              value={lender}
              onInput={(key) => onAsk({ lender: key, month })}
            />
            <Select
              label={words.month}
              name="month"
              options={view.months.map(([key, label]) => ({ key, label }))}
              value={month}
              onInput={(key) => onAsk({ lender, month: key })}
            />
            <DateField label={words.on} optional hint={words.orToday} {...form.tie("on")} />
            <MoneyField label={words.total} optional {...form.tie("total")} />
            <p>
              {words.expected} <b class="num">{view.expected.text}</b>
            </p>
            <p>
              <Button look="main" submit shortcut={words.sendKey} disabled={form.busy}>
                {form.busy ? words.saving : words.send(view.rows.length)}
              </Button>
            </p>
            {differs && (
              <p>
                <Button onClick={() => form.run("yes")}>{words.anyway}</Button>
              </p>
            )}
            <p class="rule-source">{words.note}</p>
          </Form>
        </Sheet>
      </div>
    </>
  );
}

interface RowsProps {
  place: RefObject<HTMLDivElement | null>;
  rows: readonly StatementRow[];
  answerOf: (row: StatementRow) => string;
  onAnswer: (row: StatementRow, answer: string) => void;
}

/** ← and → choose an answer, as in any group of choices; ↓ and ↑ go to the next loan. */
function move(place: HTMLElement | null, event: KeyboardEvent) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const here = event.target instanceof Element ? event.target.closest("fieldset") : null;
  if (step === 0 || !place || !here) return;
  event.preventDefault();
  const all = [...place.querySelectorAll("fieldset")];
  const next = all[all.indexOf(here) + step];
  next?.querySelector<HTMLInputElement>("input:checked, input")?.focus();
}

function Rows({ place, rows, answerOf, onAnswer }: RowsProps) {
  const groups = [
    { title: words.toSee, shown: rows.filter((row) => row.exception) },
    { title: words.plain, shown: rows.filter((row) => !row.exception) },
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the choices inside
    <div ref={place} onKeyDown={(event) => move(place.current, event)}>
      <Table
        label={words.table}
        class=""
        heads={[words.person, words.number, { text: words.inEuros, isOverFigures: true }, words.bankSays]}
      >
        {groups.map(
          ({ title, shown }) =>
            shown.length > 0 && (
              <Fragment key={title}>
                <tr class="heading-row">
                  <th colSpan={4} scope="rowgroup">
                    {words.group(title, shown.length)}
                  </th>
                </tr>
                {shown.map((row) => (
                  <Row key={row.dossier} row={row} answer={answerOf(row)} onAnswer={onAnswer} />
                ))}
              </Fragment>
            ),
        )}
      </Table>
    </div>
  );
}

interface RowProps {
  row: StatementRow;
  answer: string;
  onAnswer: (row: StatementRow, answer: string) => void;
}

function Row({ row, answer: chosen, onAnswer }: RowProps) {
  const names = useNames();
  return (
    <tr>
      <th scope="row">
        <a href={`#/dossiers/${row.dossier}/suivi`}>{names.of(row.name)}</a>{" "}
        <span class="soft small nowrap">{row.reference}</span>
      </th>
      <td>{row.place}</td>
      <td class="num">{row.amount.text}</td>
      <td>
        <fieldset class="inline">
          <legend class="heard">{words.answerOf(names.of(row.name))}</legend>
          <div class="segments nowrap">
            {words.answers.map((answer) => (
              <label key={answer.key}>
                <input
                  type="radio"
                  name={`answer-${row.dossier}`}
                  checked={chosen === answer.key}
                  onChange={() => onAnswer(row, answer.key)}
                />{" "}
                {answer.label}
              </label>
            ))}
          </div>
        </fieldset>
        {row.to_know && (
          <span class="sub">
            <State meaning={row.late ? "late" : "ok"}>{row.to_know}</State>
          </span>
        )}
      </td>
    </tr>
  );
}
