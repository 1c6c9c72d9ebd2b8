import { expect, test } from "vitest";
import type { LendersView, Offer, OfferedLoan } from "../../ipc/types.ts";
import { allowsInterestOnly, isStated, lendersOf, offerRows, toldRows } from "./logic.ts";
import { words } from "./words.ts";

const loan: OfferedLoan = {
  instalment: "70,86 €",
  total_cost: { cents: 15087, text: "150,87 €" },
  share: 100,
  months: "36 mois",
  last: "70,77 €",
  rate: "4,00 %",
  taeg: "4,07 %",
  fee: "0,00 €",
  total_paid: "2 550,87 €",
  reste_a_vivre: "",
  beside: "",
};

const offer = (known: OfferedLoan | null): Offer => ({
  lender: "banque_du_val",
  name: "Banque du Val",
  agreement: "",
  kept: false,
  inside: true,
  limit: "",
  loan: known,
});

test("without_a_budget_the_reste_a_vivre_is_not_a_row", () => {
  const labels = toldRows([offer(loan)]).map(({ label }) => label);
  expect(labels).not.toContain(words.resteAVivre);
  expect(labels).toContain(words.taeg);
});

test("one_lender_that_says_it_is_enough", () => {
  expect(toldRows([offer(null), offer({ ...loan, reste_a_vivre: "300,07 €" })])).toHaveLength(
    offerRows.length,
  );
});

test("lenders_without_a_loan_have_no_row", () => {
  expect(toldRows([offer(null)])).toEqual([]);
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

test("months_of_interest_only_are_offered_where_the_agreement_in_force_allows_some", () => {
  const agreement = (state: string, interest_only_max: string) => ({
    version: { state },
    fields: { interest_only_max },
  });
  const view = {
    lenders: [
      { key: "val", agreements: [agreement("to_come", "0"), agreement("in_force", "3")] },
      { key: "rives", agreements: [agreement("in_force", "0"), agreement("past", "6")] },
      { key: "pays", agreements: [agreement("in_force", "")] },
    ],
  } as unknown as LendersView;
  const allowed = ["val", "rives", "pays", ""].map((lender) => allowsInterestOnly(view, lender));
  expect(allowed).toEqual([true, false, false, true]);
});

test("a_fee_of_nothing_says_nothing", () => {
  expect(["", "0", "0,00", "30,00"].map(isStated)).toEqual([false, false, false, true]);
});
