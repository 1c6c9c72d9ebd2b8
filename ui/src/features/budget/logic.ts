// The lines of the budget: their form, and the list of entries that filters
// while typing.

import { fieldsOnly } from "../../ipc/lines.ts";
import type { BudgetEntry, BudgetLine, BudgetLineFields } from "../../ipc/types.ts";
import { withoutUnit } from "../../parts/amounts.ts";
import * as words from "./words.ts";

export type LineForm = BudgetLineFields;

export const blankLine: LineForm = {
  entry: "",
  detail: "",
  amount: "",
  frequency: "monthly",
  certainty: "declared",
  outstanding: "",
  ends: "",
  after_amount: "",
  after_reason: "",
  member: "",
  creditor: "",
  arrears: "",
  plan: "",
  paid_off: false,
  hope: "",
  comment: "",
};

/** The fields of a line that hold text. */
export type TextKey = Exclude<keyof LineForm, "paid_off">;

export function lineForm(line: BudgetLine): LineForm {
  return fieldsOnly(blankLine, { ...line, amount: withoutUnit(line.amount.text) });
}

/** Whether a line says something that most do not: what is folded is opened. */
export function isRare(form: LineForm, isDebt: boolean): boolean {
  const { member, creditor, arrears, plan, comment, hope, paid_off } = form;
  const said = [member, creditor, arrears, plan, comment, isDebt ? "" : form.ends];
  return paid_off || said.some((text) => text !== "") || (hope !== "" && hope !== "sure");
}

export interface EntryPick {
  key: string;
  label: string;
  note: string | undefined;
  group: string;
  entry: BudgetEntry;
}

function pickOf(entry: BudgetEntry): EntryPick {
  return {
    key: entry.key,
    label: entry.label,
    note: entry.counted ? undefined : words.notCounted,
    group: `${entry.section_label} · ${entry.group_label}`,
    entry,
  };
}

/** Small letters, no accents, ligatures opened, apostrophes as spaces. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[’'\-\s\u00a0\u202f]+/gu, " ")
    .trim();
}

/**
 * The entries that hold every word typed, in their label, the other words
 * people use, group, section or help. The nearest first, then in the order of
 * the list; a group comes whole, so that what the eye reads and what the arrows
 * follow is one order.
 */
export function filterEntries(entries: readonly BudgetEntry[], typed: string): EntryPick[] {
  const sought = plain(typed).split(" ").filter(Boolean);
  const ranked = entries
    .map((entry, order) => ({ pick: pickOf(entry), order, rank: rankOf(entry, sought) }))
    .filter(({ rank }) => rank < NO_MATCH);
  const best = new Map<string, number>();
  for (const { pick, rank } of ranked) {
    best.set(pick.group, Math.min(rank, best.get(pick.group) ?? NO_MATCH));
  }
  const groups = [...best.keys()];
  ranked.sort(
    (a, b) =>
      (best.get(a.pick.group) ?? NO_MATCH) - (best.get(b.pick.group) ?? NO_MATCH) ||
      groups.indexOf(a.pick.group) - groups.indexOf(b.pick.group) ||
      a.rank - b.rank ||
      a.order - b.order,
  );
  return ranked.map(({ pick }) => pick);
}

/** What is offered when nothing matches: the « Autre … » of each section. */
export function otherEntries(entries: readonly BudgetEntry[]): EntryPick[] {
  return entries.filter(({ label }) => plain(label).startsWith("autre ")).map(pickOf);
}

const NO_MATCH = 5;

/**
 * 0: the label itself · 1: the label starts with it, or people say just that · 2: words of the label or
 * of what people say do · 3: the label holds it · 4: elsewhere.
 */
function rankOf(entry: BudgetEntry, sought: readonly string[]): number {
  if (sought.length === 0) return 0;
  const label = plain(entry.label);
  const said = plain(`${entry.label} ${entry.also.join(" ")}`);
  const around = plain(`${said} ${entry.group_label} ${entry.section_label} ${entry.help ?? ""}`);
  if (!sought.every((word) => around.includes(word))) return NO_MATCH;
  const whole = sought.join(" ");
  if (label === whole) return 0;
  if (label.startsWith(whole) || entry.also.some((words) => plain(words) === whole)) return 1;
  if (sought.every((word) => ` ${said.replace(/[(),]/g, " ")}`.includes(` ${word}`))) return 2;
  if (sought.every((word) => label.includes(word))) return 3;
  return 4;
}
