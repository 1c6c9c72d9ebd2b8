import { expect, test } from "vitest";
import type { LendersView, Offer, OfferAsks, OfferedLoan, SimulationView } from "../../ipc/types.ts";
import {
  allowedTerms,
  askedRows,
  columnOf,
  costRows,
  isStated,
  keptTerms,
  lendersOf,
  type OtherTerm,
  shownTerms,
  startOfChoice,
  toldRows,
} from "./logic.ts";
import * as words from "./words.ts";

const loan: OfferedLoan = {
  instalment: "70,86 €",
  total_cost: { cents: 15087, text: "150,87 €" },
  share: 100,
  cost_per_month: "4,19 €",
  months: "36 mois",
  last: "70,77 €",
  rate: "4,00 %",
  taeg: "4,07 %",
  fee: "0,00 €",
  total_paid: "2 550,87 €",
  refunded: "150,87 €",
  final_cost: "0,00 €",
  reste_a_vivre: "",
  own_reste_a_vivre: "",
  own_standing: "",
  own_reached: null,
  beside: "",
};

const asks: OfferAsks = {
  account: "",
  account_kind: "instalment_only",
  account_cost: "",
  account_note: "",
  insurance: "",
  guarantor: "",
  postponed: "",
  interest_only: "",
  answer: "",
  told_by: "",
};

const offer = (known: OfferedLoan | null): Offer => ({
  lender: "banque_du_val",
  kind: "as_asked",
  name: "Banque du Val",
  agreement: "",
  eased: "",
  kept: false,
  inside: true,
  limit: "",
  loan: known,
  asks,
});

test("without_a_budget_the_reste_a_vivre_is_not_a_row", () => {
  const labels = toldRows(costRows, [offer(loan)]).map(({ label }) => label);
  expect(labels).not.toContain(words.resteWithLoan);
  expect(labels).toContain(words.taeg);
});

test("one_lender_that_says_it_is_enough", () => {
  const told = toldRows(costRows, [offer(null), offer({ ...loan, reste_a_vivre: "300,07 €" })]);
  expect(told.map(({ label }) => label)).toContain(words.resteWithLoan);
});

test("lenders_without_a_loan_have_no_row", () => {
  expect(toldRows([...costRows, ...askedRows], [offer(null)])).toEqual([]);
});

test("a_loan_is_simulated_with_partners_that_signed_something", () => {
  const lender = (key: string, retired: boolean, signed: number) => ({
    key,
    retired,
    fields: { name: key },
    agreements: Array.from({ length: signed }, () => ({})),
  });
  const view = { lenders: [lender("val", false, 1), lender("pays", true, 2), lender("rives", false, 0)] };
  expect(lendersOf(view as unknown as LendersView)).toEqual([{ key: "val", label: "val" }]);
  expect(lendersOf(null)).toEqual([]);
});

test("what_a_lender_asks_is_told_before_its_loan_is_worked_out", () => {
  const told = toldRows(askedRows, [{ ...offer(null), asks: { ...asks, answer: "15 jours" } }]);
  expect(told.map(({ label }) => label)).toEqual([words.answer]);
});

test("a_lender_may_have_two_columns", () => {
  expect(columnOf(offer(loan))).not.toBe(columnOf({ ...offer(loan), kind: "level" }));
});

test("a_condition_is_offered_where_the_lender_chosen_allows_it", () => {
  const conditions: OtherTerm[] = ["interest_only", "fee"];
  const view = { lenders: [{ key: "val", conditions }] } as unknown as LendersView;
  expect(allowedTerms(view, "val")).toEqual(["fee", "interest_only"]);
  expect(allowedTerms(view, "")).toEqual([...keptTerms, "first_period"]);
});

test("what_is_typed_stays_in_view_though_the_agreement_does_not_allow_it", () => {
  const typed: Partial<Record<OtherTerm, string>> = { interest_only_later: "13, 25", insurance_rate: "0,36" };
  const shown = shownTerms(["fee", "insurance", "insurance_rate"], (term) => typed[term] ?? "");
  expect(shown).toEqual([
    "fee",
    "insurance",
    "insurance_rate",
    "insurance_requirement",
    "interest_only_later",
  ]);
});

test("the_folded_conditions_are_named_once_each", () => {
  expect(words.otherTerms(["fee", "fee_payment", "insurance", "interest_only"])).toBe(
    "Autres conditions\u202f: frais de dossier, assurance, intérêts seuls",
  );
});

test("a_choice_starts_from_the_one_recorded_else_from_the_lender_kept", () => {
  const fields = { lender: "val" } as SimulationView["fields"];
  const offers = [{ ...offer(null), lender: "val" }];
  expect(startOfChoice({ choice: null, fields, offers })).toMatchObject({
    lender: "val",
    account: "instalment_only",
  });
  const choice = { lender: "rives", account: "none", on: "09/11/2026", reasons: "près de chez elle" };
  const recorded = { ...choice, sentence: "", differs: "" };
  expect(startOfChoice({ choice: recorded, fields, offers })).toEqual(choice);
});

test("a_fee_of_nothing_says_nothing", () => {
  expect(["", "0", "0,00", "30,00", "financed"].map(isStated)).toEqual([false, false, false, true, true]);
});
