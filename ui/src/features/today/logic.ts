// What the page of the day shows first.

import type { Task, Today, Waiting } from "../../ipc/types.ts";

/** More than these wait behind a link: the page stays one look long. */
export const WAITING_SHOWN = 6;

export type Day = "no_dossier" | "calm" | "busy";

export function kindOf(today: Today): Day {
  if (today.dossiers === 0) return "no_dossier";
  return today.groups.length === 0 ? "calm" : "busy";
}

/** Where a task is done: the decisions once the file is built, the person before. */
export function addressOf(task: Task): string {
  const early = ["request", "assessment"].includes(task.dossier.stage.key);
  return `#/dossiers/${task.dossier.id}/${early ? "personne" : "decisions"}`;
}

export function shownWaiting(waiting: readonly Waiting[], isOpen: boolean): readonly Waiting[] {
  return isOpen || waiting.length <= WAITING_SHOWN ? waiting : waiting.slice(0, WAITING_SHOWN);
}
