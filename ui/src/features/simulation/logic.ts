// The fields of a simulation, and how its choice starts.

import type { Input } from "../../ipc/kinds.ts";
import type { FieldKind, LendersView, Offer, SimulationField, SimulationView } from "../../ipc/types.ts";
import type * as words from "./words.ts";

/** How the desk reads a field again; choices and counts are not read. */
export const readingOf = {
  amount: "amount",
  rate: "rate",
  fee: "amount",
  insurance: "amount",
  insurance_rate: "rate",
  disbursed_on: "next_date",
  first_due_on: "next_date",
} satisfies Partial<Record<SimulationField, FieldKind>>;

/** The conditions kept with a dossier, in the order they are shown. */
export const keptTerms = [
  "fee",
  "fee_payment",
  "insurance",
  "insurance_rate",
  "insurance_requirement",
  "deferred",
  "interest_only",
  "interest_only_later",
  "debit_day",
] as const satisfies readonly SimulationField[];

/** A condition behind « Autres conditions »; the first period is a convention's, so no dossier keeps its own. */
export type OtherTerm = keyof typeof words.term;

/** The field of a dossier that keeps a condition. */
export function keptTerm(term: OtherTerm): (typeof keptTerms)[number] {
  return keptTerms.find((kept) => kept === term) ?? "fee";
}

/** The conditions offered, and whatever else is typed already, in the order they are shown. */
export function shownTerms(
  offered: readonly OtherTerm[],
  textOf: (term: OtherTerm) => string,
): readonly OtherTerm[] {
  const isShown = (term: OtherTerm): boolean => {
    if (term === "insurance_requirement") return isInsured(textOf);
    if (term === "fee_payment") return offered.includes(term) || isStated(textOf("fee"));
    if (term === "first_period") return offered.includes(term);
    return offered.includes(term) || isStated(textOf(term));
  };
  return [...keptTerms, "first_period" as const].filter(isShown);
}

function isInsured(textOf: (term: OtherTerm) => string): boolean {
  return isStated(textOf("insurance")) || isStated(textOf("insurance_rate"));
}

/** The choice of a duration that is not one of the usual ones. */
export const OTHER = "other";

/** What tells a row from the others: a lender may have two. */
export function rowOf({ lender, kind }: Pick<Offer, "lender" | "kind">): string {
  return `${lender}/${kind}`;
}

export const blankLoan: Required<Input<"simulate">> = {
  amount: "",
  annual_rate: "",
  lender: "",
  months: "",
  deferred: "",
  interest_only: "",
  interest_only_later: "",
  fee: "",
  fee_payment: "",
  insurance_monthly: "",
  insurance_rate: "",
  insurance_required: false,
  disbursed: "",
  first_due: "",
  debit_day: "",
  first_period: "",
  revolving_taeg: "",
};

/** The text of a condition in the simulator's own form. */
export const typedTerm = {
  fee: "fee",
  fee_payment: "fee_payment",
  insurance: "insurance_monthly",
  insurance_rate: "insurance_rate",
  deferred: "deferred",
  interest_only: "interest_only",
  interest_only_later: "interest_only_later",
  debit_day: "debit_day",
  first_period: "first_period",
} as const satisfies Record<Exclude<OtherTerm, "insurance_requirement">, keyof Input<"simulate">>;

/** The lenders a loan may be simulated with: partners with something signed. */
export function lendersOf(view: LendersView | null): { key: string; label: string }[] {
  const partners = (view?.lenders ?? []).filter(
    ({ retired, agreements }) => !retired && agreements.length > 0,
  );
  return partners.map(({ key, fields }) => ({ key, label: fields.name }));
}

/** The conditions a lender's agreement in force allows; without a lender, nothing forbids any. */
export function allowedTerms(view: LendersView | null, lender: string): OtherTerm[] {
  if (lender === "") return [...keptTerms, "first_period"];
  const chosen = view?.lenders.find(({ key }) => key === lender);
  return keptTerms.filter((term) => chosen?.conditions.includes(term));
}

/** Whether a field says something other than nothing: `0,00` does not. */
export function isStated(text: string): boolean {
  return !/^[0,.\s]*$/.test(text);
}

/** The person's choice as its form holds it. */
export interface ChoiceTexts {
  lender: string;
  account: string;
  on: string;
  reasons: string;
}

export const blankChoice: ChoiceTexts = { lender: "", account: "", on: "", reasons: "" };

/** The choice as its form starts: the one recorded, else the lender kept and the account it asks for. */
export function startOfChoice(view: Pick<SimulationView, "choice" | "fields" | "offers">): ChoiceTexts {
  const { choice, fields } = view;
  if (!choice) return { ...blankChoice, lender: fields.lender, account: accountOf(view, fields.lender) };
  return { lender: choice.lender, account: choice.account, on: choice.on, reasons: choice.reasons };
}

/** The account a lender asks for: a kind, or nothing. */
export function accountOf({ offers }: Pick<SimulationView, "offers">, lender: string): string {
  return offers.find((offer) => offer.lender === lender)?.account_kind ?? "";
}
