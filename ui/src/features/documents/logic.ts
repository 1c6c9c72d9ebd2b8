// Where what is missing can be written.

import type { Missing, Room } from "../../ipc/types.ts";

const paths: Record<Room["key"], string> = {
  person: "personne",
  project: "projet",
  budget: "budget",
  simulation: "simulation",
  attachments: "pieces",
  assessment: "evaluation",
  decisions: "decisions",
  loan: "pret",
  follow_up: "suivi",
  documents: "documents",
  journal: "journal",
  ending: "fin",
};

export interface RoomLink {
  key: Room["key"];
  title: string;
  href: string;
}

/** The address of a room of a dossier. */
export function addressOf(dossier: number, room: Room["key"]): string {
  return `#/dossiers/${dossier}/${paths[room]}`;
}

/** The rooms that hold what is missing, in the order of the tabs. */
export function roomsToComplete(
  dossier: number,
  rooms: readonly Room[],
  missing: readonly Missing[],
): RoomLink[] {
  return rooms
    .filter(({ key }) => missing.some(({ room }) => room === key))
    .map(({ key, title }) => ({ key, title, href: addressOf(dossier, key) }));
}

/** Whether something missing is written in the office's settings. */
export function isInSettings(missing: readonly Missing[]): boolean {
  return missing.some(({ room }) => room === null);
}
