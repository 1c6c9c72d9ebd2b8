// What stands behind the room of statements.

import type { BudgetEntry, ProposedLine, ProposedSection, StatementFields } from "../../ipc/types.ts";

export const linesOf = (sections: readonly ProposedSection[]): readonly ProposedLine[] =>
  sections.flatMap(({ lines }) => lines);

/** The next proposal to decide after a place, round the list; nothing once all are decided. */
export function nextToDecide(lines: readonly ProposedLine[], place: number): ProposedLine | null {
  const at = lines.findIndex((line) => line.place === place);
  const after = [...lines.slice(at + 1), ...lines.slice(0, Math.max(at, 0))];
  return after.find(({ decided }) => decided === "open") ?? null;
}

/** The one above or below; the last stays the last. */
export function neighbour(lines: readonly ProposedLine[], place: number, step: 1 | -1): ProposedLine | null {
  const at = lines.findIndex((line) => line.place === place);
  return lines[at + step] ?? lines[at] ?? null;
}

/** The kinds of line a proposal may be: the probable ones first, then all of its side. */
export function kindsOf(line: ProposedLine, entries: readonly BudgetEntry[], probable: string) {
  const isIncome = !line.operations.some(({ amount }) => amount.startsWith("\u2212"));
  const first = line.candidates.map(({ key, label }) => ({ key, label, group: probable }));
  const others = entries.filter(({ section }) => (section === "income") === isIncome);
  const rest = others.filter(({ key }) => !first.some((one) => one.key === key));
  return [...first, ...rest.map(({ key, label, section_label }) => ({ key, label, group: section_label }))];
}

export const blankStatement: StatementFields = {
  account: "",
  bank: "",
  from: "",
  to: "",
  overdraft: "",
  lowest: "",
  days_overdrawn: "",
  rejected: "",
  fees: "",
  savings: "",
  remark: "",
};
