import { expect, test } from "vitest";
import { clockText, momentText } from "./moment.ts";

test("a_moment_is_said_as_people_say_it", () => {
  const local = new Date(2026, 10, 24, 9, 5);
  expect(momentText(local.toISOString())).toBe("24 novembre à 9\u00a0h\u00a005");
  expect(momentText(new Date(2026, 10, 1, 14, 30).toISOString())).toBe("1er novembre à 14\u00a0h\u00a030");
  expect(momentText(new Date(2026, 10, 11, 0, 0).toISOString())).toBe("11 novembre à 0\u00a0h\u00a000");
});

test("what_is_not_a_time_says_nothing", () => {
  expect(momentText("")).toBe("");
  expect(momentText("hier")).toBe("");
});

test("minutes_have_two_figures", () => {
  expect(clockText(new Date(2026, 0, 1, 8, 2))).toBe("8\u00a0h\u00a002");
});
