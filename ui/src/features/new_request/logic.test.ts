import { expect, test } from "vitest";
import { readDraft } from "../../ipc/drafts.ts";
import { withAnswer } from "../../parts/Screening.tsx";
import { blank, held, isBlank, isTakenOver, readingOf, toggled, withField } from "./logic.ts";

test("a_form_of_spaces_is_still_blank", () => {
  expect(isBlank(blank)).toBe(true);
  expect(isBlank({ ...blank, project: "  " })).toBe(true);
  expect(isBlank({ ...blank, last_name: "Delmas" })).toBe(false);
});

test("names_and_projects_are_never_rewritten", () => {
  for (const field of ["last_name", "first_name", "project", "origin", "purpose"] as const) {
    expect(readingOf(field), field).toBeNull();
  }
  expect(readingOf("received_on")).toBe("known_date");
  expect(readingOf("next_date")).toBe("next_date");
  expect(readingOf("amount")).toBe("amount");
});

test("a_kept_request_comes_back_whole", () => {
  const typed = { ...blank, last_name: "Peltrault", amount: "1 400" };
  expect(readDraft(JSON.stringify(typed), blank)).toEqual(typed);
});

test("what_is_known_of_a_life_begun_elsewhere_is_kept_apart_from_the_request", () => {
  const typed = withField(withField(blank, "loan_amount", "1 800"), "from", "Registre 2024");
  expect(typed.taken_over.loan_amount).toBe("1 800");
  expect([typed.amount, held(typed, "loan_amount")]).toEqual(["", "1 800"]);
  expect([isTakenOver(blank), isTakenOver(typed), isBlank(typed)]).toEqual([false, true, false]);
});

test("an_answer_or_a_tick_is_something_typed", () => {
  const { screening } = blank;
  expect(isBlank({ ...blank, screening: { ...screening, answers: { ficp: "no" } } })).toBe(false);
  expect(isBlank({ ...blank, screening: { ...screening, told: ["aims"] } })).toBe(false);
});

test("a_field_of_the_call_is_held_beside_those_of_the_request", () => {
  const typed = withField(withField(blank, "appointment_on", "demain"), "last_name", "Delmas");
  expect(typed.screening.appointment_on).toBe("demain");
  expect(held(typed, "appointment_on")).toBe("demain");
  expect(held(typed, "last_name")).toBe("Delmas");
});

test("an_answer_taken_back_is_no_answer", () => {
  expect(withAnswer({ ficp: "no" }, "ficp", "")).toEqual({});
  expect(toggled(["aims"], "cost", true)).toEqual(["aims", "cost"]);
  expect(toggled(["aims", "cost"], "aims", false)).toEqual(["cost"]);
});
