// What the page of the day shows first, and where each task is done.

import { addressOfRoom } from "../../ipc/rooms.ts";
import type {
  AppointmentRow,
  DueDossier,
  OfficePlace,
  RoomKey,
  Task,
  TaskAction,
  TaskMeaning,
  Today,
} from "../../ipc/types.ts";
import type { Meaning } from "../../parts/State.tsx";
import * as words from "./words.ts";

/** More than these wait behind a button: the page stays one look long. */
export const SHOWN_ASIDE = 6;

/** More late lines than these wait behind a button: today stays in the window. */
export const SHOWN_LATE = 5;

/** The appointments and the dossiers of one kind of day. */
export interface DayList {
  key: "late" | "due";
  appointments: { day: string; one: AppointmentRow }[];
  dossiers: readonly DueDossier[];
  /** How many there are in all. */
  found: number;
}

/** What is late, then what is for today: appointments among the rest; a list without anything is left out. */
export function listsOf(today: Today): DayList[] {
  const met = today.appointments.flatMap(({ day, rows }) => rows.map((one) => ({ day, one })));
  const list = (key: DayList["key"]): DayList => {
    const appointments = met.filter(({ one }) => one.has_come && one.is_late === (key === "late"));
    const group = today.groups.find(({ meaning }) => meaning === key);
    return {
      key,
      appointments,
      dossiers: group?.dossiers ?? [],
      found: appointments.length + (group?.found ?? 0),
    };
  };
  return [list("late"), list("due")].filter(({ found }) => found > 0);
}

/** The appointments and the dossiers of the coming days, in the order of their days; of one day, who is met first. */
export function comingOf(today: Today) {
  const met = today.appointments.flatMap(({ on, day, rows }) =>
    rows.filter(({ has_come }) => !has_come).map((one) => ({ on, day, one })),
  );
  const group = today.groups.find(({ meaning }) => meaning === "plain");
  const due = (group?.dossiers ?? []).map((dossier) => ({ on: dossier.on, dossier }));
  const rows = [...met, ...due].sort((one, other) => one.on.localeCompare(other.on));
  return { rows, met: met.length, count: met.length + (group?.found ?? 0) };
}

const rooms: Record<TaskAction, RoomKey> = {
  call: "journal",
  documents: "attachments",
  file: "project",
  decide: "decisions",
  loan: "loan",
  follow_up: "loan",
  ending: "loan",
  print: "documents",
  open: "decisions",
};

/** The step of the loan where a task is done, by its address. */
const stepsOfLoan: Partial<Record<TaskAction, string>> = { follow_up: "suivi", ending: "fin" };

/** Where a room is, as a link. */
export function addressOfRoomOf(dossier: number, room: RoomKey): string {
  return `#${addressOfRoom(dossier, room)}`;
}

/** Where a task is done. */
export function addressOf(dossier: number, action: TaskAction): string {
  const step = stepsOfLoan[action];
  return step ? `#/dossiers/${dossier}/${step}` : addressOfRoomOf(dossier, rooms[action]);
}

const places: Record<OfficePlace, string> = {
  lenders: "#/reglages/banques",
  rules: "#/reglages/regles",
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

/** What makes a task understandable, under what is to be done; its dossier, where the line names it. */
export function detailOf(task: Task, dossier: { project: string; phone: string } | null): string {
  const parts = [
    task.action === "call" ? (dossier?.phone ?? "") : "",
    task.waiting_on ? words.waitingFor(task.waiting_on.label) : "",
    task.put_off ? words.putOffBecause(task.put_off) : "",
    dossier?.project ?? task.since,
  ];
  return parts.filter(Boolean).join(" · ");
}
