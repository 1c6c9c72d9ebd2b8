// What the page of the day shows first, and where each task is done.

import { addressOfRoom } from "../../ipc/rooms.ts";
import type { OfficePlace, RoomKey, Task, TaskAction, TaskMeaning, Today } from "../../ipc/types.ts";
import type { Meaning } from "../../parts/State.tsx";

/** More than these wait behind a button: the page stays one look long. */
export const SHOWN_ASIDE = 6;

export type Day = "no_dossier" | "calm" | "busy";

export function kindOf(today: Today): Day {
  if (today.dossiers === 0) return "no_dossier";
  return today.groups.length === 0 && today.appointments.length === 0 ? "calm" : "busy";
}

const rooms: Record<TaskAction, RoomKey> = {
  call: "journal",
  documents: "attachments",
  file: "project",
  decide: "decisions",
  loan: "loan",
  follow_up: "follow_up",
  ending: "ending",
  print: "documents",
  open: "decisions",
};

/** Where a task is done. */
export function addressOf(dossier: number, action: TaskAction): string {
  return `#${addressOfRoom(dossier, rooms[action])}`;
}

const places: Record<OfficePlace, string> = {
  lenders: "#/reglages",
  bank_statement: "#/releve",
  retention: "#/securite",
  report: "#/bilan",
  registers: "#/reglages/registre",
};

export function placeOf(place: OfficePlace): string {
  return places[place];
}

const meanings: Record<TaskMeaning, Meaning> = {
  late: "late",
  due: "due",
  waiting: "waiting",
  plain: "coming",
};

export function meaningOf(meaning: TaskMeaning): Meaning {
  return meanings[meaning];
}

/** The first of several, or all of them once asked for. */
export function shownOf<T>(all: readonly T[], isOpen: boolean): readonly T[] {
  return isOpen || all.length <= SHOWN_ASIDE ? all : all.slice(0, SHOWN_ASIDE);
}

/** What makes a task understandable, under what is to be done. */
export function detailOf(
  task: Task,
  dossier: { project: string; stage: string; amount: string | null },
): string {
  return [dossier.project, dossier.stage, dossier.amount, task.waiting_on ? task.since : ""]
    .filter(Boolean)
    .join(" · ");
}
