import { expect, test } from "vitest";
import { readDraft } from "../../ipc/drafts.ts";
import { withAnswer } from "../../parts/Screening.tsx";
import { blank, inputOf, isCalled, isTakenOver, readingOf } from "./logic.ts";

test("names_and_projects_are_never_rewritten", () => {
  for (const field of ["last_name", "first_name", "project", "sent_by", "purpose"] as const) {
    expect(readingOf(field), field).toBeUndefined();
  }
  expect(readingOf("received_on")).toBe("known_date");
  expect(readingOf("next_date")).toBe("next_date");
  expect(readingOf("amount")).toBe("amount");
});

test("a_kept_request_comes_back_whole", () => {
  const typed = { ...blank, last_name: "Peltrault", amount: "1 400" };
  expect(readDraft(JSON.stringify(typed), blank)).toEqual(typed);
});

test("an_answer_taken_back_is_no_answer", () => {
  expect(withAnswer({ ficp: "no" }, "ficp", "")).toEqual({});
});

test("a_call_has_to_end_in_something_once_one_of_its_answers_is_noted", () => {
  expect(isCalled(blank)).toBe(false);
  expect(isCalled({ ...blank, adults: "one" })).toBe(true);
  expect(isCalled({ ...blank, answers: { adult: "yes" } })).toBe(true);
});

test("the_call_and_a_life_begun_elsewhere_are_sent_apart_from_the_request", () => {
  const typed = { ...blank, loan_amount: "1 800", last_name: "Delmas", note: "two children" };
  const sent = inputOf(typed);
  expect([sent.amount, sent.taken_over.loan_amount]).toEqual(["", "1 800"]);
  expect([sent.last_name, sent.screening.note]).toEqual(["Delmas", "two children"]);
  expect([isTakenOver(blank), isTakenOver(typed)]).toEqual([false, true]);
});
