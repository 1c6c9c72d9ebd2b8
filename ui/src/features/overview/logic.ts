// How the page of a dossier looks: the sign of its act, of its lines; a sentence without its name.

import type { OverviewLine, Overview as Page } from "../../ipc/types.ts";
import type { Sign } from "../../parts/Icon.tsx";
import type { Names } from "../../parts/names.ts";
import * as words from "./words.ts";

type Pressing = OverviewLine["pressing"];

/** The sign of an act, where it has one. */
export function signOf(act: string): Sign | null {
  if (act.startsWith("print")) return "print";
  return act === "call" ? "phone" : null;
}

/** The ground a line stands on. */
export function lookOf(pressing: Pressing): string | undefined {
  if (pressing === "late") return "stop late";
  return pressing === "stops" ? "stop" : undefined;
}

/** Whether a line comes in its time. */
export const isQuiet = (pressing: Pressing): boolean => lookOf(pressing) === undefined;

const signs: Readonly<Record<Pressing, Sign>> = {
  late: "late",
  stops: "due",
  waiting: "waiting",
  open: "missing",
};

export function signOfLine({ pressing }: Pick<OverviewLine, "pressing">): Sign {
  return signs[pressing];
}

/** A sentence without the name and the telephone of the person while names are hidden. */
export function withoutName(text: string, page: Pick<Page, "name" | "phone">, names: Names): string {
  if (!names.areHidden) return text;
  const unnamed = page.name ? text.replaceAll(page.name, names.of(page.name)) : text;
  return page.phone ? unnamed.replaceAll(page.phone, words.hiddenPhone) : unnamed;
}
