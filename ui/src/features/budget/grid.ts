// The rows of the grid: the lines noted, and the usual ones that are empty until they have an amount.

import type { BudgetEntry, BudgetLine, BudgetSection } from "../../ipc/types.ts";
import { type EntryPick, filterEntries, otherEntries } from "./logic.ts";

/** A rare line asked for by its name and not noted yet. */
export interface AskedLine {
  /** The number of its empty row, below zero. */
  id: number;
  detail: string;
}

/** Whether a row is not a line yet: nothing of it is recorded. */
export const isEmpty = ({ id }: Pick<BudgetLine, "id">) => id < 0;

/** Whether a row is of the section that the reste à vivre leaves out; a line whose section is not known may be. */
export function isUncounted(id: number, entries: readonly BudgetEntry[]): boolean {
  return (entries[-1 - id]?.section ?? "running_expense") === "running_expense";
}

/** The number of the empty row of an entry. */
export function emptyId(entries: readonly BudgetEntry[], key: string): number {
  return -1 - entries.findIndex((entry) => entry.key === key);
}

/** The rows of a section: each usual entry in its place, then the other lines, then those asked for. */
export function rowsOf(
  section: BudgetSection,
  entries: readonly BudgetEntry[],
  asked: readonly AskedLine[],
): BudgetLine[] {
  const empty = ({ id, detail }: AskedLine) => {
    const entry = entries[-1 - id];
    return entry?.section === section.key ? [emptyRow(entry, id, detail)] : [];
  };
  const usual = entries.filter((entry) => entry.usual && entry.section === section.key);
  const inPlace = usual.flatMap(({ key }) => {
    const lines = section.lines.filter(({ entry }) => entry === key);
    return lines.length > 0 ? lines : empty({ id: emptyId(entries, key), detail: "" });
  });
  const others = section.lines.filter(({ entry }) => !usual.some(({ key }) => key === entry));
  const shown = [...inPlace, ...others];
  return [...shown, ...asked.flatMap(empty).filter(({ id }) => !shown.some((row) => row.id === id))];
}

function emptyRow(entry: BudgetEntry, id: number, detail: string): BudgetLine {
  return {
    id,
    entry: entry.key,
    label: entry.label,
    detail,
    printed_label: detail === "" ? entry.label : `${entry.label} (${detail})`,
    amount: { cents: 0, text: "" },
    frequency: entry.usual_frequency,
    frequency_text: "",
    per_month: null,
    calculation: "",
    counted: true,
    note: "",
    certainty: "declared",
    certainty_text: "",
    proof: { key: "said", text: "" },
    outstanding: "",
    ends: "",
    after_amount: "",
    after_reason: "",
    hope: "",
    member: "",
    creditor: "",
    arrears: "",
    plan: "",
    paid_off: false,
    comment: "",
    usual: "",
  };
}

/** The entries a section's foot proposes for a name: its own before the others. */
export function proposed(entries: readonly BudgetEntry[], section: string, typed: string): EntryPick[] {
  const picks = filterEntries(entries, typed);
  const isOwn = ({ entry }: EntryPick) => entry.section === section;
  return [...picks.filter(isOwn), ...picks.filter((pick) => !isOwn(pick))];
}

/** What keeps a name that no entry answers: the « Autre … » of the section, or of every section when it has none. */
export function keepsName(entries: readonly BudgetEntry[], section: string): EntryPick[] {
  const others = otherEntries(entries);
  const own = others.filter(({ entry }) => entry.section === section);
  return own.length > 0 ? own : others;
}
