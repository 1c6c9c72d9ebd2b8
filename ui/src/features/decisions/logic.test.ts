import { expect, test } from "vitest";
import { readDraft } from "../../ipc/drafts.ts";
import type { DecisionForm } from "../../ipc/types.ts";
import { specs } from "./fields.ts";
import {
  blankTyped,
  decisionOf,
  draftNameOf,
  isOfDecision,
  isShown,
  isStillOffered,
  typedOf,
} from "./logic.ts";

const refusal: DecisionForm = {
  kind: "refusal",
  form: {
    on: "27/11/2026",
    lender: "lender_1",
    reasons: ["not_given"],
    told: "",
    note: "",
    letter_words: "",
  },
};

test("a_form_goes_to_the_page_and_back_unchanged", () => {
  expect(decisionOf(typedOf(refusal, null))).toEqual(refusal);
  const step = {
    label: "À mi-parcours",
    first_on: "",
    every_months: "",
    channel: "home_visit",
    provider: "office",
    purpose: "",
  };
  const plan: DecisionForm = {
    kind: "support",
    form: { set_on: "", level: "light", budget: "", social: "", note: "", steps: [step] },
  };
  expect(decisionOf(typedOf(plan, 4))).toEqual(plan);
});

test("every_field_of_a_form_is_offered_by_its_page", () => {
  const names = specs.refusal.map(({ name }) => name).sort();
  expect(names).toEqual(Object.keys(refusal.form).sort());
});

test("each_answer_of_a_bank_and_each_correction_keeps_its_own_draft", () => {
  expect(draftNameOf(typedOf(refusal, null))).toBe("lender_answer:refusal");
  expect(draftNameOf(typedOf(refusal, 12))).toBe("correction:12");
  expect(draftNameOf({ ...blankTyped, kind: "drop" })).toBe("stop:drop");
  expect(["stop:drop", "interview"].every(isOfDecision)).toBe(true);
});

test("a_kept_form_comes_back_whole", () => {
  const typed = { ...typedOf(refusal, null), next_on: "3/12" };
  expect(readDraft(JSON.stringify(typed), blankTyped)).toEqual(typed);
  expect(isStillOffered(typed, [])).toBe(false);
});

test("solutions_are_asked_for_a_redirection_only", () => {
  const solutions = specs.orientation.find(({ name }) => name === "solutions");
  if (!solutions) throw new Error("the form of the decision lost its solutions");
  const decided = (direction: string) => ({ ...blankTyped, fields: { direction } });
  expect(isShown(solutions, decided("submit"))).toBe(false);
  expect(isShown(solutions, decided("redirect"))).toBe(true);
});

test("what_an_insurance_is_is_asked_once_its_amount_is_typed", () => {
  const requirement = specs.contract.find(({ name }) => name === "insurance_requirement");
  if (!requirement) throw new Error("the form of the contract lost its insurance");
  const insured = (insurance_monthly: string) => ({ ...blankTyped, fields: { insurance_monthly } });
  expect(isShown(requirement, insured(" "))).toBe(false);
  expect(isShown(requirement, insured("3,20"))).toBe(true);
});

test("a_reserve_has_its_place_before_the_direction_is_chosen_and_what_it_opens_stands_beside", () => {
  const named = (name: string) => specs.orientation.find((spec) => spec.name === name);
  const typed = (direction: string, conditions = "") => ({
    ...blankTyped,
    kind: "orientation" as const,
    fields: { direction, conditions },
  });
  const [conditions, whose] = [named("conditions"), named("condition_for")];
  if (!conditions || !whose) throw new Error("no reserve");
  for (const direction of ["", "submit"]) expect(isShown(conditions, typed(direction))).toBe(true);
  expect(isShown(conditions, typed("redirect"))).toBe(false);
  expect(isShown(whose, typed("submit"))).toBe(false);
  expect(isShown(whose, typed("submit", "assurance"))).toBe(true);
  expect([conditions.size, whose.size]).toEqual(["begin-span-6", "span-6"]);
});
