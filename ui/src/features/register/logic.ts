// What the screen of a register works out for itself: its steps, the next line to look at.

import type { RegisterRow, RegisterView, StatedForm, TypedColumns } from "../../ipc/types.ts";

export type StepKey = "columns" | "lines";

const NAMES = ["full_name", "last_name"];

/** A register whose names are known opens on its lines, another on its columns. */
export function firstStep(view: RegisterView): StepKey {
  return view.columns.some(({ column }) => NAMES.includes(column)) ? "lines" : "columns";
}

/** The columns as they are, one of them or more changed. */
export function typed(view: RegisterView, change: Partial<TypedColumns> = {}): TypedColumns {
  return {
    sheet: view.sheet,
    headings_line: view.headings_line,
    columns: view.columns.map(({ column }) => column),
    stated: view.stated,
    ...change,
  };
}

export type StatedField = keyof StatedForm;

/** What is the same for every line, what is not said yet being what most lines suggest. */
export function suggested(view: RegisterView): StatedForm {
  const stated: Record<string, string> = { ...view.stated };
  for (const { field, suggested } of view.asked) stated[field] ||= suggested;
  return stated as unknown as StatedForm;
}

/** What is asked, as one text: another form is shown when it changes. */
export function askedOnce(view: RegisterView): string {
  return view.asked.map(({ field, suggested }) => `${field}=${suggested}`).join(" ");
}

/** The columns with one that holds something else; what another held before goes from there. */
export function withColumn(view: RegisterView, place: number, column: string): string[] {
  return view.columns.map((one) => {
    if (one.place === place) return column;
    return one.column === column ? "" : one.column;
  });
}

/** Whether a line is to be looked at. */
export function callsFor(row: RegisterRow): boolean {
  return row.verdict.key === "refused" || row.verdict.key === "to_settle";
}

/** The next line to look at after one, the first again after the last; nothing when there is none. */
export function nextToSee(rows: readonly RegisterRow[], current: number | null): number | null {
  const lines = rows.filter(callsFor).map(({ line }) => line);
  const at = current === null ? -1 : lines.indexOf(current);
  return lines[at + 1] ?? lines[0] ?? null;
}
