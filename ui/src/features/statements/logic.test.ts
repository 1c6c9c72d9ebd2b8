import { expect, test } from "vitest";
import type { BudgetEntry, Decided, ProposedLine } from "../../ipc/types.ts";
import { kindsOf, neighbour, nextToDecide } from "./logic.ts";

const line = (place: number, decided: Decided, amount = "\u221234,50"): ProposedLine => ({
  ...{
    place,
    decided,
    name: "MUTUELLE",
    entry: "health_insurance",
    entry_label: "Mutuelle",
    amount: "34,50",
  },
  ...{
    frequency_text: "mois",
    why: "",
    reason: "",
    joins: null,
    shares: 0,
    several: false,
    parts: [],
    beside: "",
  },
  candidates: [{ key: "health_insurance", label: "Mutuelle", group: null, retired: false }],
  operations: [{ day: "10 août", label: "PRLV", amount }],
});
const entry = (key: string, section: string) =>
  ({ key, section, label: key, section_label: section }) as unknown as BudgetEntry;

test("after_a_decision_comes_the_next_open_proposal_round_the_list", () => {
  const lines = [line(0, "open"), line(1, "accepted"), line(2, "open"), line(3, "left")];
  expect(nextToDecide(lines, 0)?.place).toBe(2);
  expect(nextToDecide(lines, 2)?.place).toBe(0);
  expect(nextToDecide([line(0, "accepted")], 0)).toBeNull();
});

test("arrows_stop_at_both_ends", () => {
  const lines = [line(4, "open"), line(2, "open")];
  expect(neighbour(lines, 4, 1)?.place).toBe(2);
  expect(neighbour(lines, 2, 1)?.place).toBe(2);
  expect(neighbour(lines, 4, -1)?.place).toBe(4);
});

test("a_debit_is_offered_the_probable_kinds_then_every_expense_and_no_income", () => {
  const entries = [
    entry("salary", "income"),
    entry("health_insurance", "fixed_expense"),
    entry("rent", "fixed_expense"),
  ];
  expect(kindsOf(line(0, "open"), entries, "probable").map(({ key }) => key)).toEqual([
    "health_insurance",
    "rent",
  ]);
  const credit = { ...line(0, "open", "900,00"), candidates: [] };
  expect(kindsOf(credit, entries, "probable").map(({ key }) => key)).toEqual(["salary"]);
});
