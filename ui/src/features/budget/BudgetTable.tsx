import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { BudgetEntry, BudgetLine, BudgetSection, BudgetView, Choices, Figure } from "../../ipc/types.ts";
import { withoutUnit } from "../../parts/amounts.ts";
import { Button } from "../../parts/Button.tsx";
import { Explain } from "../../parts/Explained.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { type Ledgered, LedgerLines, LedgerTable } from "../../parts/LedgerTable.tsx";
import type { Ledger } from "../../parts/ledger.ts";
import { type Meaning, State } from "../../parts/State.tsx";
import { Foot } from "./Foot.tsx";
import { isEmpty } from "./grid.ts";
import { isRare, type LineForm } from "./logic.ts";
import { RareFields } from "./Rare.tsx";
import * as words from "./words.ts";

interface TableProps {
  budget: BudgetView;
  choices: Choices;
  ledger: Ledger<LineForm>;
  /** Whether the column of the project is shown. */
  isProject: boolean;
  /** Whether the lines that the reste à vivre leaves out are shown. */
  isOpen: boolean;
  onOpen: () => void;
  /** The rows of a section, those that are empty with them. */
  rows: (section: BudgetSection) => readonly BudgetLine[];
  onAsk: (entry: BudgetEntry, detail: string) => void;
}

export function BudgetTable(props: TableProps) {
  const { budget, choices, ledger, rows, isProject, onAsk } = props;
  return (
    <LedgerTable
      of={columnsOf({ budget, choices, section: null, ledger, isProject })}
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
          isProject={isProject}
          isOpen={props.isOpen}
          onOpen={props.onOpen}
          choices={choices}
          ledger={ledger}
          rows={rows(section)}
          onAsk={onAsk}
        />
      ))}
    </LedgerTable>
  );
}

interface Columns {
  budget: BudgetView;
  choices: Choices;
  section: BudgetSection | null;
  ledger: Ledger<LineForm>;
  isProject: boolean;
}

/** The columns of the lines of one section; the heads are those of all. */
function columnsOf({ budget, choices, section, ledger, isProject }: Columns): Ledgered<BudgetLine, LineForm> {
  const { dossier, members } = budget;
  const isDebt = section?.key === "debt";
  const under = { kind: "text", width: "w-detail" } as const;
  const money = { kind: "money", width: "w-cell" } as const;
  const becomes = { ...money, field: "after_amount", label: words.afterAmount } as const;
  return {
    id: ({ id }) => id,
    label: ({ label }) => label,
    hints: words.gridHints,
    opens: () => "amount",
    look: (line) => (isEmpty(line) ? "empty" : line.counted ? undefined : "out"),
    staysBecause: (line) => (isEmpty(line) ? words.nothingToRemove : null),
    unfolds: ({ usual }) => (isDebt || usual !== "" ? null : words.more),
    beneath: (line) => <Beneath line={line} why={section?.counted ? line.note : ""} isProject={isProject} />,
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
      ...(isProject
        ? [{ ...becomes, headLook: "column-amount", shown: (line: BudgetLine) => line.after_amount || null }]
        : []),
      {
        field: "certainty",
        label: words.columns.certainty,
        kind: "choice",
        options: choices.certainties,
        headLook: "column-certainty",
        shown: (line) => (isEmpty(line) ? null : <Proof line={line} />),
      },
      { ...under, field: "detail", label: words.detail },
      { ...money, field: "outstanding", label: words.outstanding, isFor: () => isDebt },
      { field: "ends", label: words.ends, kind: "month", width: "w-cell", isFor: () => isDebt },
      ...(isProject ? [] : [becomes]),
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
  isProject: boolean;
  isOpen: boolean;
  onOpen: () => void;
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

function SectionRows(props: SectionProps) {
  const { budget, section, isProject, choices, ledger, rows, onAsk } = props;
  const figure = totals[section.key];
  return (
    <tbody>
      <tr class="heading-row">
        <th colSpan={3} scope="rowgroup" title={section.help ?? undefined}>
          {!figure || section.lines.length === 0 ? (
            section.label
          ) : (
            <Explain
              of={section.total_label}
              after={section.label}
              ask={() => call("explain", { dossier: budget.dossier, figure })}
            />
          )}
          {!section.counted && (
            <button
              type="button"
              class="button quiet small"
              aria-expanded={props.isOpen}
              onClick={props.onOpen}
            >
              {words.notCountedSection}
            </button>
          )}
        </th>
        <td class="num">{section.lines.length > 0 && withoutUnit(section.total.text)}</td>
        <td colSpan={isProject ? 2 : 1} />
      </tr>
      <LedgerLines
        of={columnsOf({ budget, choices, section, ledger, isProject })}
        rows={rows}
        ledger={ledger}
      />
      {(section.counted || props.isOpen) && (
        <Foot section={section} entries={choices.budget_entries} columns={isProject ? 6 : 5} onAsk={onAsk} />
      )}
    </tbody>
  );
}

/** Under the name of a line: why it is not counted, unless its section says so for all, and what is to be known of it. */
function Beneath({ line, why, isProject }: { line: BudgetLine; why: string; isProject: boolean }) {
  return (
    <>
      {why && (
        <span class="sub">
          <Icon name="barred" /> {why}
        </span>
      )}
      {line.usual && (
        <span class="sub" title={line.usual}>
          <State meaning={line.comment ? "waiting" : "due"}>{words.aboveUsual}</State>
          {!line.comment && ` ${words.commentAsked}`}
        </span>
      )}
      {line.comment && <span class="sub">{line.comment}</span>}
      {line.paid_off && <span class="sub">{words.paidOffToday}</span>}
      {line.after_amount && (!isProject || line.after_reason) && (
        <span class="sub">
          {isProject ? line.after_reason : words.becomes(line.after_amount, line.after_reason)}
        </span>
      )}
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

const meanings: Record<string, Meaning> = { proved: "ok", partial: "due" };

/** What proves a line, as its papers stand. */
function Proof({ line: { proof } }: { line: BudgetLine }) {
  const meaning = meanings[proof.key];
  return meaning ? (
    <State meaning={meaning}>{proof.text}</State>
  ) : (
    <span class="soft small">{proof.text}</span>
  );
}
