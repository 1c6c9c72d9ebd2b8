// The rows of a project: their forms, and which cell each column edits.

import type { Input } from "../../ipc/kinds.ts";
import type { Aid, Expense, FieldKind, ProjectField, Quote, RequestField } from "../../ipc/types.ts";
import { withoutUnit } from "../../parts/amounts.ts";

export type QuoteForm = Omit<Input<"add_quote">, "dossier">;
export type ExpenseForm = Omit<Input<"add_expense">, "dossier">;
export type AidForm = Omit<Input<"add_aid">, "dossier">;

export const blankQuote: QuoteForm = {
  label: "",
  seller: "",
  dated_on: "",
  valid_until: "",
  amount: "",
  choice: "",
  reason: "",
};

export const blankExpense: ExpenseForm = { label: "", amount: "" };

export const blankAid: AidForm = {
  provider: "",
  label: "",
  status: "to_ask",
  asked_on: "",
  answered_on: "",
  amount: "",
  reason: "",
};

export function quoteForm(quote: Quote): QuoteForm {
  const { label, seller, dated_on, valid_until, amount, choice, reason } = quote;
  return { label, seller, dated_on, valid_until, amount: withoutUnit(amount.text), choice, reason };
}

export function expenseForm({ label, amount }: Expense): ExpenseForm {
  return { label, amount: withoutUnit(amount.text) };
}

export function aidForm(aid: Aid): AidForm {
  const { provider, label, status, asked_on, answered_on, amount, reason } = aid;
  return { provider, label, status, asked_on, answered_on, amount, reason };
}

/** The aid once what is hoped for is counted. */
export function obtained(aid: Aid): AidForm {
  return { ...aidForm(aid), status: "obtained" };
}

/** How the desk reads the fields of the project; plain words are not read. */
export const readingOf = { own_share: "amount" } satisfies Partial<
  Record<ProjectField | RequestField, FieldKind>
>;
