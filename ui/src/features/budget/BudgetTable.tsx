import { call } from "../../ipc/call.ts";
import type {
  AfterProject,
  BudgetLine,
  BudgetSection,
  BudgetView,
  Choices,
  Figure,
} from "../../ipc/types.ts";
import { withoutUnit } from "../../parts/amounts.ts";
import { Explain } from "../../parts/Explained.tsx";
import { Icon } from "../../parts/Icon.tsx";
import type { Ledger } from "../../parts/ledger.ts";
import { Scroll } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { EditedLine } from "./EditedLine.tsx";
import type { LineForm } from "./logic.ts";
import * as words from "./words.ts";

interface TableProps {
  budget: BudgetView;
  choices: Choices | null;
  ledger: Ledger<LineForm>;
}

export function BudgetTable({ budget, choices, ledger }: TableProps) {
  return (
    <>
      <Scroll label={words.table}>
        <table class="dense red ledger" ref={ledger.place}>
          <caption class="vh">
            {words.table}. {words.editHintVoice}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.line}</th>
              <th scope="col" class="num c-amount">
                {words.columns.amount}
              </th>
              <th scope="col" class="c-per">
                {words.columns.per}
              </th>
              <th scope="col" class="num c-amount">
                {words.columns.perMonth}
              </th>
              <th scope="col" class="c-certainty">
                {words.columns.certainty}
              </th>
            </tr>
          </thead>
          {budget.sections.map((section) => (
            <SectionRows
              key={section.key}
              budget={budget}
              section={section}
              isLast={section === budget.sections.at(-1) && !budget.after}
              choices={choices}
              ledger={ledger}
            />
          ))}
          {budget.after && <WhatChanges after={budget.after} />}
        </table>
      </Scroll>
      <p class="foot-note rule-src">{words.editHint}</p>
    </>
  );
}

interface SectionProps {
  budget: BudgetView;
  section: BudgetSection;
  isLast: boolean;
  choices: Choices | null;
  ledger: Ledger<LineForm>;
}

/** The totals that enter the reste à vivre open their working. */
const totals: Record<string, Figure | undefined> = {
  income: "income",
  fixed_expense: "expenses",
  debt: "debts",
};

function SectionRows({ budget, section, isLast, choices, ledger }: SectionProps) {
  const { edit } = ledger;
  const figure = totals[section.key];
  return (
    <tbody class={section.counted ? undefined : "uncounted"}>
      <tr class="grp">
        <th colSpan={5} scope="rowgroup">
          {section.label}
          {(section.help || !section.counted) && (
            <span class="note">
              {[!section.counted && words.notCountedSection, section.help].filter(Boolean).join(" · ")}
            </span>
          )}
        </th>
      </tr>
      {section.lines.length === 0 && (
        <tr class="none">
          <td colSpan={5}>{words.noLine}</td>
        </tr>
      )}
      {section.lines.map((line) =>
        edit?.line === line.id ? (
          <EditedLine
            key={line.id}
            line={line}
            isDebt={section.key === "debt"}
            choices={choices}
            members={budget.members}
            dossier={budget.dossier}
            ledger={ledger}
            edit={edit}
          />
        ) : (
          <Line key={line.id} line={line} why={section.counted ? line.note : ""} ledger={ledger} />
        ),
      )}
      <tr class={isLast ? "sum end" : "sum"}>
        <th scope="row" colSpan={3}>
          {!figure || section.lines.length === 0 ? (
            section.total_label
          ) : (
            <Explain
              of={section.total_label}
              after={section.total_label}
              ask={() => call("explain", { dossier: budget.dossier, figure })}
            />
          )}
        </th>
        <td class="num">{withoutUnit(section.total.text)}</td>
        <td />
      </tr>
    </tbody>
  );
}

/** What the project changes, a month, then what the loan takes. */
function WhatChanges({ after }: { after: AfterProject }) {
  return (
    <tbody>
      <tr class="grp">
        <th colSpan={5} scope="rowgroup">
          {words.changes}
        </th>
      </tr>
      {after.changes.length === 0 && (
        <tr class="none">
          <td colSpan={5}>{words.noChange}</td>
        </tr>
      )}
      {after.changes.map((change) => (
        <tr key={change.label}>
          <th scope="row" colSpan={3}>
            {change.label}
          </th>
          <td class="num">{change.counted ? change.difference : `(${change.difference})`}</td>
          <td class="soft small">{[change.reason, change.note].filter(Boolean).join(", ")}</td>
        </tr>
      ))}
      {after.instalment && (
        <tr>
          <th scope="row" colSpan={3}>
            {words.instalment}
          </th>
          <td class="num">{withoutUnit(after.instalment.text)}</td>
          <td class="soft small">{words.fromSimulation}</td>
        </tr>
      )}
      {after.account && (
        <tr>
          <th scope="row" colSpan={3}>
            {words.account}
          </th>
          <td class="num">{withoutUnit(after.account.text)}</td>
          <td class="soft small">{words.fromAgreement}</td>
        </tr>
      )}
    </tbody>
  );
}

interface LineProps {
  line: BudgetLine;
  /** Why it is not counted, unless its section says so for all. */
  why: string;
  ledger: Ledger<LineForm>;
}

function Line({ line, why, ledger }: LineProps) {
  const open = (cell: string) => () => ledger.open(line.id, cell);
  return (
    <tr class={line.counted ? undefined : "out"}>
      <th scope="row">
        <button
          type="button"
          class="line"
          data-line={line.id}
          tabIndex={ledger.current === line.id ? 0 : -1}
          onClick={open("amount")}
          onKeyDown={(event) => ledger.onLineKey(event, line.id)}
        >
          {line.printed_label}
        </button>
        {why && (
          <span class="sub">
            <Icon name="barred" /> {why}
          </span>
        )}
        {line.usual && (
          <span class="sub">
            <State meaning={line.comment ? "waiting" : "due"}>{line.usual}</State>
            {!line.comment && ` ${words.commentAsked}`}
          </span>
        )}
        {line.comment && <span class="sub">{line.comment}</span>}
        {line.paid_off && <span class="sub">{words.paidOffToday}</span>}
        {line.after_amount && <span class="sub">{words.becomes(line.after_amount, line.after_reason)}</span>}
      </th>
      {/* biome-ignore-start lint/a11y/useKeyWithClickEvents: the button of the line has the keys; a click is a short cut */}
      <td class="num" onClick={open("amount")}>
        {withoutUnit(line.amount.text)}
      </td>
      <td onClick={open("frequency")}>{line.frequency_text}</td>
      <td class="num per-month" onClick={open("amount")} title={line.calculation || undefined}>
        {line.per_month ? (
          withoutUnit(line.per_month.text)
        ) : (
          <>
            <span aria-hidden="true">{words.unknown}</span>
            <span class="vh">{words.notMonthly}</span>
          </>
        )}
      </td>
      <td onClick={open("certainty")}>
        <Certainty line={line} />
      </td>
      {/* biome-ignore-end lint/a11y/useKeyWithClickEvents: end */}
    </tr>
  );
}

function Certainty({ line }: { line: BudgetLine }) {
  switch (line.certainty) {
    case "proved":
      return (
        <span class="st ok">
          <Icon name="check" /> {line.certainty_text}
        </span>
      );
    default:
      return <span class="soft small">{line.certainty_text}</span>;
  }
}
