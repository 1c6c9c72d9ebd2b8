import { expect, test } from "vitest";
import type { LoanSteps, StripMonth } from "../../ipc/types.ts";
import { blankChange, byYear, canTry, fieldsOf, formOf, stepAsked, withUsual } from "./logic.ts";

test("an old address leads to the step that took what it held", () => {
  const keys = ["contract", "instalments", "points", "end"] as const;
  const life = { current: "instalments", steps: keys.map((key) => ({ key })) } as unknown as LoanSteps;
  expect(stepAsked("/dossiers/7/pret", undefined, life)).toBe("instalments");
  expect(stepAsked("/dossiers/7/suivi", undefined, life)).toBe("points");
  expect(stepAsked("/dossiers/7/fin", undefined, life)).toBe("end");
  expect(stepAsked("/dossiers/7/pret", "outcome", life), "nothing is missed").toBe("instalments");
  const missed = { ...life, current: "arrears", steps: [...life.steps, { key: "arrears" }] } as LoanSteps;
  expect(stepAsked("/dossiers/7/suivi", undefined, missed)).toBe("arrears");
});

test("the instalments stand in the place of their months", () => {
  const month = (year: number, month: number) => ({ year, month }) as StripMonth;
  const [first, second] = byYear([month(2026, 12), month(2027, 1)]);
  expect(first?.months.map((one) => one !== null)).toEqual([...Array(11).fill(false), true]);
  expect([second?.year, second?.months[0]?.month]).toEqual([2027, 1]);
});

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
