// Where the rooms of a dossier are.

import type { RoomKey } from "./types.ts";

/** What is looked at together with the person stands beside the rooms. */
export type RoomOrTogether = RoomKey | "together";

const paths: Record<RoomOrTogether, string> = {
  together: "ensemble",
  overview: "vue",
  person: "personne",
  project: "projet",
  budget: "budget",
  simulation: "simulation",
  statements: "releves",
  attachments: "pieces",
  assessment: "evaluation",
  decisions: "decisions",
  loan: "pret",
  follow_up: "suivi",
  documents: "documents",
  journal: "journal",
  ending: "fin",
};

/** The last word of the address of a room. */
export function pathOfRoom(room: RoomOrTogether): string {
  return paths[room];
}

/** The first room whose path begins so. */
export function roomFrom(beginning: string): RoomOrTogether | undefined {
  return (Object.keys(paths) as RoomOrTogether[]).find((room) => paths[room].startsWith(beginning));
}

/** Where a room of a dossier is: the page it opens on has the address of the dossier. A link puts `#` before it. */
export function addressOfRoom(dossier: number, room: RoomOrTogether): string {
  return room === "overview" ? `/dossiers/${dossier}` : `/dossiers/${dossier}/${paths[room]}`;
}
