// A change of the schedule as it is typed: the fields of each kind, and what
// is sent of them. Nothing is worked out here.

import type { AmendmentForm } from "../../ipc/types.ts";
import type * as words from "./words.ts";

export type ChangeKind = keyof typeof words.kinds;
export type ChangeField = keyof typeof words.fields;

/** What is typed of a change, with the agreement of the lender. */
export interface ChangeTexts extends AmendmentForm {
  agreed_on: string;
  note: string;
}

/** What is typed of a declaration. */
export interface DeclarationTexts {
  from: string;
  to: string;
  declared: string;
  told_by: string;
  on: string;
  note: string;
  /** Everything due until a day, in place of numbers. */
  until: string;
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

export const blankDeclaration: DeclarationTexts = {
  from: "",
  to: "",
  declared: "paid",
  told_by: "lender",
  on: "",
  note: "",
  until: "",
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
