import { expect, test } from "vitest";
import { changedPoint, criterionOf, criterionTexts, nameOf, nextToAssess } from "./logic.ts";

const criterion = (key: string, assessed: boolean) => ({
  key,
  assessed,
  title: key,
  help: "",
  questions: [],
  finding: { key: assessed ? "favourable" : "not_assessed", label: "", group: null, retired: false },
  ground: `ground of ${key}`,
  recalled: [],
});

test("the_next_criterion_is_the_first_left_after_this_one", () => {
  const criteria = [criterion("a", true), criterion("b", false), criterion("c", true), criterion("d", false)];
  expect(nextToAssess(criteria, null)).toBe("b");
  expect(nextToAssess(criteria, "b")).toBe("d");
  expect(nextToAssess(criteria, "d")).toBe("b");
  expect(nextToAssess([criterion("a", true)], "a")).toBeNull();
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
