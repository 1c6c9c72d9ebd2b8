// How wide a page is asked for, and where what is missing can be written.

import type { Room } from "../../ipc/types.ts";

const WIDEST = 2400;

/**
 * Pixels to ask for a page shown `width` wide: the screen's own density, in
 * steps, so that a window being resized does not ask at each pixel.
 */
export function pixelsFor(width: number, density: number): number {
  const wanted = Math.ceil((width * Math.max(1, density)) / 100) * 100;
  return Math.min(WIDEST, Math.max(100, wanted));
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
