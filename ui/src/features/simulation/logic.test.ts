import { expect, test } from "vitest";
import type { LendersView, Offer, SimulationView } from "../../ipc/types.ts";
import {
  allowedTerms,
  isStated,
  keptTerms,
  lendersOf,
  type OtherTerm,
  rowOf,
  shownTerms,
  startOfChoice,
} from "./logic.ts";

const offer: Offer = {
  lender: "banque_du_val",
  kind: "as_asked",
  name: "Banque du Val",
  detail: "",
  kept: false,
  possible: true,
  reason: "",
  keeping: "free",
  account_kind: "instalment_only",
  loan: null,
};

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

test("a_lender_may_have_two_rows", () => {
  expect(rowOf(offer)).not.toBe(rowOf({ ...offer, kind: "level" }));
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

test("a_choice_starts_from_the_one_recorded_else_from_the_lender_kept", () => {
  const fields = { lender: "val" } as SimulationView["fields"];
  const offers = [{ ...offer, lender: "val" }];
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
