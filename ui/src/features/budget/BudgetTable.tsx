import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type {
  AfterProject,
  BudgetEntry,
  BudgetLine,
  BudgetSection,
  BudgetView,
  Choices,
  Figure,
} from "../../ipc/types.ts";
import { withoutUnit } from "../../parts/amounts.ts";
import { Button } from "../../parts/Button.tsx";
import { Explain } from "../../parts/Explained.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { type Ledgered, LedgerLines, LedgerTable } from "../../parts/LedgerTable.tsx";
import type { Ledger } from "../../parts/ledger.ts";
import { State } from "../../parts/State.tsx";
import { Foot } from "./Foot.tsx";
import { isEmpty } from "./grid.ts";
import { isRare, type LineForm } from "./logic.ts";
import { RareFields } from "./Rare.tsx";
import * as words from "./words.ts";

interface TableProps {
  budget: BudgetView;
  choices: Choices;
  ledger: Ledger<LineForm>;
  /** The rows of a section, those that are empty with them. */
  rows: (section: BudgetSection) => readonly BudgetLine[];
  onAsk: (entry: BudgetEntry, detail: string) => void;
}

export function BudgetTable({ budget, choices, ledger, rows, onAsk }: TableProps) {
  return (
    <LedgerTable
      of={columnsOf({ budget, choices, section: null, ledger })}
      ledger={ledger}
      label={words.table}
      class="dense margined ledger"
      areBodies
    >
      {budget.sections.map((section) => (
        <SectionRows
          key={section.key}
          budget={budget}
          section={section}
          isLast={section === budget.sections.at(-1) && !budget.after}
          choices={choices}
          ledger={ledger}
          rows={rows(section)}
          onAsk={onAsk}
        />
      ))}
      {budget.after && <WhatChanges after={budget.after} />}
    </LedgerTable>
  );
}

interface Columns {
  budget: BudgetView;
  choices: Choices;
  section: BudgetSection | null;
  ledger: Ledger<LineForm>;
}

/** The columns of the lines of one section; the heads are those of all. */
function columnsOf({ budget, choices, section, ledger }: Columns): Ledgered<BudgetLine, LineForm> {
  const { dossier, members } = budget;
  const isDebt = section?.key === "debt";
  const under = { kind: "text", width: "w-detail" } as const;
  const money = { kind: "money", width: "w-cell" } as const;
  return {
    id: ({ id }) => id,
    label: ({ label }) => label,
    hints: words.gridHints,
    opens: () => "amount",
    look: (line) => (isEmpty(line) ? "empty" : line.counted ? undefined : "out"),
    staysBecause: (line) => (isEmpty(line) ? words.nothingToRemove : null),
    unfolds: ({ usual }) => (isDebt || usual !== "" ? null : words.more),
    beneath: (line) => <Beneath line={line} why={section?.counted ? line.note : ""} />,
    columns: [
      {
        field: "entry",
        label: words.columns.line,
        kind: "text",
        shown: ({ printed_label }) => printed_label,
        fixed: ({ label }) => label,
      },
      {
        field: "amount",
        label: words.amount,
        head: words.columns.amount,
        kind: "money",
        headLook: "column-amount",
        shown: ({ amount }) => withoutUnit(amount.text),
      },
      {
        field: "frequency",
        label: words.frequency,
        kind: "choice",
        options: choices.frequencies,
        headLook: "column-per",
        shown: ({ frequency_text }) => frequency_text,
      },
      {
        field: "amount",
        label: words.columns.perMonth,
        kind: "money",
        headLook: "column-amount",
        look: "per-month",
        title: ({ calculation }) => calculation || undefined,
        shown: (line) => (isEmpty(line) ? null : <PerMonth line={line} />),
        fixed: (line) => (
          <>
            {ledger.edit && <Reckoned typed={ledger.edit.typed} />}{" "}
            {!isEmpty(line) && (
              <Explain
                of={words.monthOf(line.label)}
                ask={() => call("explain", { dossier, figure: "budget_line", line: line.id })}
              />
            )}
          </>
        ),
      },
      {
        field: "certainty",
        label: words.columns.certainty,
        kind: "choice",
        options: choices.certainties,
        headLook: "column-certainty",
        shown: (line) => <Certainty line={line} />,
      },
      { ...under, field: "detail", label: words.detail },
      { ...money, field: "outstanding", label: words.outstanding, isFor: () => isDebt },
      { field: "ends", label: words.ends, kind: "month", width: "w-cell", isFor: () => isDebt },
      { ...money, field: "after_amount", label: words.afterAmount },
      { ...under, field: "after_reason", label: words.afterReason },
      { ...under, field: "comment", label: words.comment, isFor: ({ usual }) => usual !== "" },
    ],
    under: (line, edit, { tie, put }) => (
      <Rare isRare={isRare(edit.typed, isDebt)}>
        <RareFields
          form={edit.typed}
          isDebt={isDebt}
          isCommentAsked={line.usual !== ""}
          isReadOnly={edit.isSending}
          members={members}
          choices={choices}
          tie={tie}
          put={put}
        />
      </Rare>
    ),
  };
}

/** What only some lines say, folded until asked for unless this one says it on being opened. */
function Rare({ isRare, children }: { isRare: boolean; children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(isRare);
  if (isOpen) return <>{children}</>;
  return (
    <Button small keepsFocus look="quiet" onClick={() => setOpen(true)}>
      {words.more}
    </Button>
  );
}

interface SectionProps {
  budget: BudgetView;
  section: BudgetSection;
  isLast: boolean;
  choices: Choices;
  ledger: Ledger<LineForm>;
  rows: readonly BudgetLine[];
  onAsk: (entry: BudgetEntry, detail: string) => void;
}

/** The totals that enter the reste à vivre open their working. */
const totals: Record<string, Figure | undefined> = {
  income: "income",
  fixed_expense: "expenses",
  debt: "debts",
};

function SectionRows({ budget, section, isLast, choices, ledger, rows, onAsk }: SectionProps) {
  const figure = totals[section.key];
  return (
    <tbody class={section.counted ? undefined : "uncounted"}>
      <tr class="heading-row">
        <th colSpan={5} scope="rowgroup">
          {section.label}
          {(section.help || !section.counted) && (
            <span class="note">
              {[!section.counted && words.notCountedSection, section.help].filter(Boolean).join(" · ")}
            </span>
          )}
        </th>
      </tr>
      <LedgerLines of={columnsOf({ budget, choices, section, ledger })} rows={rows} ledger={ledger} />
      <Foot section={section} entries={choices.budget_entries} onAsk={onAsk} />
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
      <tr class="heading-row">
        <th colSpan={5} scope="rowgroup">
          {words.projectChanges}
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

/** Under the name of a line: why it is not counted, unless its section says so for all, and what is to be known of it. */
function Beneath({ line, why }: { line: BudgetLine; why: string }) {
  return (
    <>
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
    </>
  );
}

/** What is typed makes so much a month. */
function Reckoned({ typed: { amount, frequency } }: { typed: LineForm }) {
  const answer = useAnswer("amount_per_month", amount.trim() === "" ? null : { amount, frequency }, never);
  const month = answer.value?.per_month;
  return month ? (
    <b class="reckoned">{words.makes(withoutUnit(month.text))}</b>
  ) : (
    <span>{words.unknown}</span>
  );
}

const never = () => false;

function PerMonth({ line }: { line: BudgetLine }) {
  if (line.per_month) return <>{withoutUnit(line.per_month.text)}</>;
  return (
    <>
      <span aria-hidden="true">{words.unknown}</span>
      <span class="heard">{words.notMonthly}</span>
    </>
  );
}

function Certainty({ line }: { line: BudgetLine }) {
  switch (line.certainty) {
    case "proved":
      return (
        <span class="state ok">
          <Icon name="check" /> {line.certainty_text}
        </span>
      );
    default:
      return <span class="soft small">{line.certainty_text}</span>;
  }
}
