// What the forms of the room hold while they are typed, and the step an address opens. Nothing is worked out here.

import type { AmendmentForm, ContractForm, LoanSteps, StripMonth } from "../../ipc/types.ts";
import type * as words from "./words.ts";

export type StepKey = LoanSteps["current"];

/** The steps that had a room of their own, by the last word of its address. */
const formerRooms: Readonly<Record<string, StepKey>> = { suivi: "points", fin: "end" };

/** The step each word one comes with leads to: a field of it, or its key. */
const wordsOfSteps: Readonly<Record<string, StepKey>> = {
  bank_reference: "contract",
  paid_on: "contract",
  missed: "instalments",
  outcome: "arrears",
  points: "points",
  end: "end",
};

/** The step that opens: the one asked for while it is one, else that of the moment. */
export function stepAsked(address: string, word: string | undefined, life: LoanSteps): StepKey {
  const asked = (word && wordsOfSteps[word]) || formerRooms[address.split("/").at(-1) ?? ""];
  // What follows an instalment that is missed is told by its own step.
  const meant = asked === "points" && life.current === "arrears" ? "arrears" : asked;
  return meant && life.steps.some(({ key }) => key === meant) ? meant : life.current;
}

/** The instalments year by year, each in the place of its month: a month without one is empty. */
export function byYear(strip: readonly StripMonth[]): { year: number; months: (StripMonth | null)[] }[] {
  const years = [...new Set(strip.map(({ year }) => year))];
  return years.map((year) => ({
    year,
    months: Array.from(
      { length: 12 },
      (_, at) => strip.find((one) => one.year === year && one.month === at + 1) ?? null,
    ),
  }));
}

export type ChangeKind = keyof typeof words.kinds;
export type ChangeField = keyof typeof words.fields;

/** What is typed of a change, with the agreement of the lender. */
export interface ChangeTexts extends AmendmentForm {
  agreed_on: string;
  note: string;
}

/** What is typed of one instalment. */
export interface DeclarationTexts {
  from: string;
  declared: string;
  told_by: string;
  on: string;
  note: string;
}

const fields: Readonly<Record<ChangeKind, readonly ChangeField[]>> = {
  postponed: ["from", "count", "interest"],
  interest_only: ["from", "count"],
  end_shifted: ["from", "count"],
  new_instalment: ["from", "amount"],
  due_day: ["from", "day"],
  partial_repayment: ["on", "amount", "keeps"],
  full_repayment: ["on"],
  rate_lowered: ["from", "rate", "keeps"],
};

/** Fields the desk knows without them. */
const optional: readonly ChangeField[] = ["count", "interest", "keeps"];

export const blankChange: ChangeTexts = {
  kind: "",
  from: "",
  count: "1",
  interest: "with_last",
  amount: "",
  day: "",
  on: "",
  rate: "",
  keeps: "end",
  agreed_on: "",
  note: "",
};

/** The fields a kind of change asks for, in their order. */
export function fieldsOf(kind: string): readonly ChangeField[] {
  return isKind(kind) ? fields[kind] : [];
}

/** What is sent of a change: the fields of its kind alone. */
export function formOf(typed: ChangeTexts): AmendmentForm {
  const asked = fieldsOf(typed.kind);
  const kept = (field: ChangeField) => (asked.includes(field) ? typed[field] : "");
  return {
    kind: typed.kind,
    from: kept("from"),
    count: kept("count"),
    interest: kept("interest"),
    amount: kept("amount"),
    day: kept("day"),
    on: kept("on"),
    rate: kept("rate"),
    keeps: kept("keeps"),
  };
}

/** A change with what is usual where its draft holds nothing. */
export function withUsual(typed: ChangeTexts): ChangeTexts {
  const usual = { ...typed };
  for (const field of optional) usual[field] = typed[field] || blankChange[field];
  return usual;
}

/** Whether enough is typed for the change to be tried. */
export function canTry(typed: ChangeTexts): boolean {
  const needed = fieldsOf(typed.kind).filter((field) => !optional.includes(field));
  return needed.length > 0 && needed.every((field) => typed[field].trim() !== "");
}

function isKind(kind: string): kind is ChangeKind {
  return Object.hasOwn(fields, kind);
}

export const blankCall = {
  outcome: "reached",
  cause: "",
  solution: "",
  amount: "",
  next_on: "",
  note: "",
  letter_words: "",
};

export const blankPoint = {
  on: "",
  kind: "",
  with: "",
  minutes: "",
  due_dates_kept: "",
  project: "",
  budget_changed: "",
  note: "",
  next_step: "",
  step: "",
};

export const blankEvent = {
  event: "life_event",
  subject: "",
  on: "",
  amount: "",
  note: "",
  letter_words: "",
};

/** A contract of which everything is as it was granted. */
export const blankContract: ContractForm = {
  signed_on: "",
  lender: "",
  amount: "",
  annual_rate: "",
  months: "",
  instalment: "",
  first_instalment: "",
  last_instalment: "",
  taeg: "",
  deferred: "",
  interest_only: "",
  fee: "",
  insurance_monthly: "",
  insurance_on_outstanding: "",
  insurance_requirement: "",
  disbursed_on: "",
  first_due_on: "",
  bank_reference: "",
};

/** The figures of a contract typed beside those of the simulation. */
export const figuresTyped = [
  "amount",
  "disbursed_on",
  "months",
  "first_due_on",
  "first_instalment",
  "instalment",
  "last_instalment",
  "annual_rate",
  "taeg",
] as const;

/** What is kept of a contract that is as it was granted: its number and its day. */
export function asGranted(typed: ContractForm): ContractForm {
  const { signed_on, bank_reference } = typed;
  return { ...blankContract, signed_on, bank_reference };
}
