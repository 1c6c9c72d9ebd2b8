import { expect, test } from "vitest";
import type { CheckQuestion } from "../../ipc/types.ts";
import { changedPoint, checkAfter, criterionOf, criterionTexts, nameOf, nextToDo, told } from "./logic.ts";

const criterion = (key: string, assessed: boolean) => ({
  key,
  assessed,
  title: key,
  help: "",
  questions: [],
  finding: { key: assessed ? "favourable" : "not_assessed", label: "", group: null, retired: false },
  ground: `ground of ${key}`,
  contradicted: [],
  recalled: [],
});

const check = (...facts: [string, boolean][]) => ({
  questions: facts.map(([name, open]) => {
    const [fact = "", of] = name.split(" of ");
    const whose: CheckQuestion["of"] = of === undefined ? "applicant" : "co_borrower";
    return { fact, of: whose, open, label: fact, help: "", options: [], answer: "" };
  }),
});

test("what_is_next_is_the_first_question_then_the_first_criterion_left", () => {
  const checks = [check(["licence_held", true]), check(["ficp_listed", false], ["fcc_listed", true])];
  const criteria = [criterion("a", true), criterion("b", false)];
  expect(nextToDo(checks, criteria, "")).toBe("answer licence_held");
  expect(nextToDo(checks, criteria, "answer licence_held")).toBe("answer fcc_listed");
  expect(nextToDo(checks, criteria, "answer fcc_listed")).toBe("finding b");
  expect(nextToDo(checks, criteria, "ground a")).toBe("finding b");
  expect(nextToDo(checks, criteria, "finding b")).toBe("answer licence_held");
  expect(nextToDo([], [criterion("a", true)], "finding a")).toBeNull();
});

test("the_same_question_of_each_borrower_is_gone_through_once", () => {
  const checks = [check(["ficp_listed", false], ["ficp_listed of co_borrower", true])];
  expect(nextToDo(checks, [], "answer ficp_listed")).toBe("answer ficp_listed co_borrower");
});

test("the_check_after_an_answered_one_takes_its_place_else_the_one_before", () => {
  const named = (...keys: string[]) => keys.map((key) => ({ key }));
  const before = named("a", "b", "c");
  expect(checkAfter(before, named("a", "c"), "b")).toBe("c");
  expect(checkAfter(before, named("a", "b"), "c")).toBe("b");
  expect(checkAfter(before, named("d", "a"), "b")).toBe("a");
  expect(checkAfter(before, named("d"), "b")).toBeNull();
});

test("a_check_to_verify_says_its_questions_rather_than_a_sentence", () => {
  const state = (key: string) => ({ key, label: "", group: null, retired: false });
  const sentence = "À vérifier.";
  expect(told({ state: state("to_verify"), sentence, ...check(["licence_held", true]) })).toBe("");
  expect(told({ state: state("to_verify"), sentence, ...check() })).toBe(sentence);
  expect(told({ state: state("not_met"), sentence, ...check(["licence_held", false]) })).toBe(sentence);
});

test("a_field_of_a_criterion_is_found_by_its_name", () => {
  const texts = criterionTexts([criterion("target_public", true)]);
  expect(texts[nameOf("ground", "target_public")]).toBe("ground of target_public");
  expect(criterionOf("finding target_public")).toEqual({ field: "finding", criterion: "target_public" });
});

test("a_watch_point_keeps_the_field_that_is_not_typed", () => {
  const points = [{ id: 7, risk: "panne", answer: "report" }];
  expect(changedPoint(points, "risk 7", "grosse panne")).toEqual({
    point: 7,
    risk: "grosse panne",
    answer: "report",
  });
  expect(changedPoint(points, "answer 7", "")).toEqual({ point: 7, risk: "panne", answer: "" });
  expect(changedPoint(points, "risk 8", "x")).toBeNull();
});
