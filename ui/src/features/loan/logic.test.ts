import { expect, test } from "vitest";
import { blankChange, canTry, fieldsOf, formOf, withUsual } from "./logic.ts";

test("a change is tried as soon as what its kind needs is typed", () => {
  expect(canTry(blankChange)).toBe(false);
  expect(canTry({ ...blankChange, kind: "postponed" })).toBe(false);
  expect(canTry({ ...blankChange, kind: "postponed", from: "9" })).toBe(true);
  expect(canTry({ ...blankChange, kind: "partial_repayment", on: "5/12" })).toBe(false);
  expect(canTry({ ...blankChange, kind: "partial_repayment", on: "5/12", amount: "500" })).toBe(true);
  expect(canTry({ ...blankChange, kind: "constructor", from: "9" })).toBe(false);
});

test("what another kind asked for is not sent", () => {
  const typed = { ...blankChange, kind: "full_repayment", from: "9", amount: "60", on: "5/12/2026" };
  expect(formOf(typed)).toEqual({
    kind: "full_repayment",
    from: "",
    count: "",
    interest: "",
    amount: "",
    day: "",
    on: "5/12/2026",
    rate: "",
    keeps: "",
  });
  expect(fieldsOf("unknown")).toEqual([]);
});

test("a draft that holds nothing of what is usual starts with it", () => {
  const kept = { ...blankChange, kind: "postponed", count: "", interest: "", keeps: "" };
  expect(withUsual(kept)).toEqual({ ...blankChange, kind: "postponed" });
  expect(withUsual({ ...kept, count: "3" }).count).toBe("3");
});
