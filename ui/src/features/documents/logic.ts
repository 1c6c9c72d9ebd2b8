// How wide a page is asked for, and where what is missing can be written.

import type { Room } from "../../ipc/types.ts";

const WIDEST = 2400;

/** Pixels to ask for a page shown `width` wide: one for each of the screen's, so that letters stay sharp. */
export function pixelsFor(width: number, density: number): number {
  return Math.min(WIDEST, Math.max(100, Math.round(width * Math.max(1, density))));
}

const paths: Record<Room["key"], string> = { person: "personne", budget: "budget", documents: "documents" };

export interface RoomLink {
  key: Room["key"];
  title: string;
  href: string;
}

/** The rooms that hold what is missing: those not complete. */
export function roomsToComplete(dossier: number, rooms: readonly Room[]): RoomLink[] {
  return rooms
    .filter(({ key, complete }) => key !== "documents" && !complete)
    .map(({ key, title }) => ({ key, title, href: `#/dossiers/${dossier}/${paths[key]}` }));
}
