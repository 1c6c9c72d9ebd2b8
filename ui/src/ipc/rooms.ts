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
  documents: "documents",
  journal: "journal",
};

/** Addresses of rooms that became steps of another: they lead to the step. */
const formerPaths: Readonly<Record<string, RoomKey>> = { suivi: "loan", fin: "loan" };

/** The room an address names by its last word. */
export function roomAt(path: string | undefined): RoomOrTogether | undefined {
  const keys = Object.keys(paths) as RoomOrTogether[];
  return keys.find((room) => paths[room] === path) ?? (path === undefined ? undefined : formerPaths[path]);
}

/** The last word of the address of a room. */
export function pathOfRoom(room: RoomOrTogether): string {
  return paths[room];
}

/** The first room whose path begins so. */
export function roomFrom(beginning: string): RoomOrTogether | undefined {
  const former = Object.keys(formerPaths).find((path) => path.startsWith(beginning));
  return (
    (Object.keys(paths) as RoomOrTogether[]).find((room) => paths[room].startsWith(beginning)) ??
    roomAt(former)
  );
}

/** Where a room of a dossier is: the page it opens on has the address of the dossier. A link puts `#` before it. */
export function addressOfRoom(dossier: number, room: RoomOrTogether): string {
  return room === "overview" ? `/dossiers/${dossier}` : `/dossiers/${dossier}/${paths[room]}`;
}
