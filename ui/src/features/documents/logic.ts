// Where what is missing can be written.

import { addressOfRoom } from "../../ipc/rooms.ts";
import type { Missing, Room } from "../../ipc/types.ts";

export interface RoomLink {
  key: Room["key"];
  title: string;
  href: string;
}

/** The rooms that hold what is missing, in the order of the tabs. */
export function roomsToComplete(
  dossier: number,
  rooms: readonly Room[],
  missing: readonly Missing[],
): RoomLink[] {
  return rooms
    .filter(({ key }) => missing.some(({ room }) => room === key))
    .map(({ key, title }) => ({ key, title, href: `#${addressOfRoom(dossier, key)}` }));
}

/** Whether something missing is written in the office's settings. */
export function isInSettings(missing: readonly Missing[]): boolean {
  return missing.some(({ room }) => room === null);
}
