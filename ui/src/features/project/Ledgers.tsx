// The three ledgers of the project: quotes, aids, expenses.

import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { Aid, Expense, ProjectView, Quote } from "../../ipc/types.ts";
import { withoutUnit } from "../../parts/amounts.ts";
import { type Meaning, State } from "../../parts/State.tsx";
import {
  type AidForm,
  aidForm,
  blankAid,
  blankExpense,
  blankQuote,
  type ExpenseForm,
  expenseForm,
  type QuoteForm,
  quoteForm,
} from "./logic.ts";
import { RowSheet, type SizedColumn } from "./RowSheet.tsx";
import * as words from "./words.ts";

interface LedgerProps {
  dossier: number;
  project: ProjectView;
  onChanged: (view: ProjectView) => void;
}

export function Quotes({ dossier, project, onChanged }: LedgerProps) {
  const columns: SizedColumn<Quote, QuoteForm>[] = [
    { field: "label", label: words.quote.label, kind: "text", size: "span-6", shown: Titled },
    {
      field: "seller",
      label: words.quote.seller,
      kind: "text",
      size: "span-6",
      optional: true,
      shown: ({ seller }) => seller,
    },
    {
      field: "valid_until",
      label: words.quote.valid_until,
      kind: "date",
      size: "span-3",
      optional: true,
      shown: Validity,
    },
    {
      field: "amount",
      label: words.quote.amount,
      kind: "money",
      size: "span-3",
      shown: ({ amount }) => withoutUnit(amount.text),
    },
    {
      field: "choice",
      label: words.quote.choice,
      kind: "choice",
      options: project.choices,
      blank: words.choiceBlank,
      size: "span-3",
      shown: ({ choice, choice_text }) => <Standing key={choice} word={choice} text={choice_text} />,
    },
    { field: "dated_on", label: words.quote.dated_on, kind: "date", size: "span-3", optional: true },
    { field: "reason", label: words.quote.reason, kind: "text", size: "span-6", optional: true },
  ];
  return (
    <RowSheet
      dossier={dossier}
      form="quote"
      title={words.quotes}
      note={words.quotesNote}
      adds={words.addQuote}
      nothing={words.noQuote}
      columns={columns}
      rows={project.quotes}
      values={quoteForm}
      blank={blankQuote}
      add={(typed) => call("add_quote", { dossier, ...typed })}
      change={(quote, typed) => call("change_quote", { dossier, quote, ...typed })}
      remove={(quote) => call("remove_quote", { dossier, quote })}
      onChanged={onChanged}
      isFirst
    />
  );
}

export function Aids({ dossier, project, onChanged }: LedgerProps) {
  const directory = useAnswer("choices", {}, () => false).value?.aids ?? [];
  const columns: SizedColumn<Aid, AidForm>[] = [
    {
      field: "label",
      label: words.aid.label,
      kind: "text",
      size: "span-6",
      shown: Provided,
      suggestions: directory.map((aid) => aid.name),
    },
    {
      field: "provider",
      label: words.aid.provider,
      kind: "text",
      size: "span-6",
      optional: true,
      suggestions: [...new Set(directory.map((aid) => aid.provider).filter(Boolean))],
    },
    {
      field: "asked_on",
      label: words.aid.asked_on,
      kind: "date",
      size: "span-3",
      optional: true,
      shown: ({ asked_text }) => asked_text || words.unknown,
    },
    {
      field: "status",
      label: words.aid.status,
      kind: "choice",
      options: project.statuses,
      size: "span-3",
      shown: ({ status, status_text }) => <Standing key={status} word={status} text={status_text} />,
    },
    {
      field: "amount",
      label: words.aid.counted,
      kind: "money",
      size: "span-3",
      optional: true,
      shown: ({ counted }) => (counted ? withoutUnit(counted.text) : words.unknown),
    },
    {
      field: "reason",
      label: words.aid.reason,
      kind: "text",
      size: "span-6",
      optional: true,
      shown: ({ hoped_text, reason }) => (
        <span class="soft small">{[hoped_text, reason].filter(Boolean).join(" · ")}</span>
      ),
    },
    { field: "answered_on", label: words.aid.answered_on, kind: "date", size: "span-3", optional: true },
  ];
  return (
    <RowSheet
      dossier={dossier}
      form="aid"
      title={words.aids}
      note={words.aidsNote}
      adds={words.addAid}
      nothing={words.noAid}
      columns={columns}
      rows={project.aids}
      values={aidForm}
      blank={blankAid}
      add={(typed) => call("add_aid", { dossier, ...typed })}
      change={(aid, typed) => call("change_aid", { dossier, aid, ...typed })}
      remove={(aid) => call("remove_aid", { dossier, aid })}
      onChanged={onChanged}
    />
  );
}

export function Expenses({ dossier, project, onChanged }: LedgerProps) {
  const columns: SizedColumn<Expense, ExpenseForm>[] = [
    { field: "label", label: words.expense.label, kind: "text", size: "span-6", shown: ({ label }) => label },
    {
      field: "amount",
      label: words.expense.amount,
      kind: "money",
      size: "span-3",
      shown: ({ amount }) => withoutUnit(amount.text),
    },
  ];
  return (
    <RowSheet
      dossier={dossier}
      form="expense"
      title={words.expenses}
      note={words.expensesNote}
      adds={words.addExpense}
      nothing={words.noExpense}
      columns={columns}
      rows={project.expenses}
      values={expenseForm}
      blank={blankExpense}
      add={(typed) => call("add_expense", { dossier, ...typed })}
      change={(expense, typed) => call("change_expense", { dossier, expense, ...typed })}
      remove={(expense) => call("remove_expense", { dossier, expense })}
      onChanged={onChanged}
    />
  );
}

function Titled({ label, reason }: Quote) {
  return (
    <>
      {label}
      {reason && <span class="sub"> {reason}</span>}
    </>
  );
}

function Provided({ label, provider }: Aid) {
  return (
    <>
      {label}
      {provider && <span class="sub"> {provider}</span>}
    </>
  );
}

function Validity({ valid_text, meaning }: Quote) {
  if (!valid_text) return <>{words.unknown}</>;
  if (meaning !== "late") return <>{valid_text}</>;
  return (
    <State meaning="due" label={words.expired}>
      {valid_text}
    </State>
  );
}

const meaningOf: Readonly<Record<string, Meaning>> = {
  kept: "ok",
  put_aside: "refused",
  obtained: "ok",
  refused: "refused",
  asked: "due",
};

/** Where a quote or an aid stands, with the sign of its word. */
function Standing({ word, text }: { word: string; text: string }) {
  const meaning = meaningOf[word];
  if (meaning === undefined) return <span class="soft">{text}</span>;
  return <State meaning={meaning}>{text}</State>;
}
