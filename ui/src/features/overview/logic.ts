// How the page of a dossier looks: the sign of its act, of its lines.

import type { OverviewLine } from "../../ipc/types.ts";
import type { Sign } from "../../parts/Icon.tsx";

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
