// The fields of a simulation, and the rows of its comparison.

import type { Input } from "../../ipc/kinds.ts";
import type { FieldKind, LendersView, Offer, OfferedLoan, SimulationField } from "../../ipc/types.ts";
import { words } from "./words.ts";

/** How the desk reads a field again; choices and counts are not read. */
export const readingOf = {
  amount: "amount",
  rate: "rate",
  fee: "amount",
  insurance: "amount",
  disbursed_on: "next_date",
  first_due_on: "next_date",
} satisfies Partial<Record<SimulationField, FieldKind>>;

export interface OfferRow {
  label: string;
  value: (loan: OfferedLoan) => string;
  isStrong?: boolean;
}

/** What each lender is compared by, after its instalment and its cost. */
export const offerRows: readonly OfferRow[] = [
  { label: words.monthsShort, value: ({ months }) => months },
  { label: words.last, value: ({ last }) => last },
  { label: words.fixedRate, value: ({ rate }) => rate },
  { label: words.taeg, value: ({ taeg }) => taeg },
  { label: words.fee, value: ({ fee }) => fee },
  { label: words.totalPaid, value: ({ total_paid }) => total_paid },
  { label: words.resteAVivre, value: ({ reste_a_vivre }) => reste_a_vivre, isStrong: true },
];

/** The rows that say something of at least one lender. */
export function toldRows(offers: readonly Offer[]): OfferRow[] {
  return offerRows.filter((row) => offers.some(({ loan }) => loan !== null && row.value(loan) !== ""));
}

export const blankLoan: Input<"simulate"> = {
  amount: "",
  annual_rate: "",
  lender: "",
  months: "",
  interest_only: "",
  fee: "",
  insurance_monthly: "",
  insurance_required: false,
  disbursed: "",
  first_due: "",
};

/** The lenders a loan may be simulated with: partners with something signed. */
export function lendersOf(view: LendersView | null): { key: string; label: string }[] {
  const partners = (view?.lenders ?? []).filter(
    ({ retired, agreements }) => !retired && agreements.length > 0,
  );
  return partners.map(({ key, fields }) => ({ key, label: fields.name }));
}

/** Whether a lender's agreement in force allows months of interest only; without a lender, nothing forbids them. */
export function allowsInterestOnly(view: LendersView | null, lender: string): boolean {
  if (lender === "") return true;
  const chosen = view?.lenders.find(({ key }) => key === lender);
  const inForce = chosen?.agreements.find(({ version }) => version.state === "in_force");
  return isStated(inForce?.fields.interest_only_max ?? "");
}

/** Whether a field says something other than nothing: `0,00` does not. */
export function isStated(text: string): boolean {
  return /[1-9]/.test(text);
}
