// The tabs of a dossier: the rooms each holds, their order, their neighbours.

import type { ComponentType } from "preact";
import type { DossierView, Room } from "../../ipc/types.ts";
import * as words from "./words.ts";

export interface RoomProps {
  view: DossierView;
  /** Shows the refreshed dossier an action gave back. */
  onChanged: (view: DossierView) => void;
}

export interface RoomScreen {
  key: Room["key"];
  /** The page of the guide F1 opens there. */
  topic: string;
  component: ComponentType<RoomProps>;
}

/** A tab of a dossier: one room, or several under one switch. */
export interface Tab {
  title: string;
  rooms: readonly [Room["key"], ...Room["key"][]];
}

/** The tabs, in their order. */
export const tabs: readonly Tab[] = [
  { title: words.tabs.overview, rooms: ["overview", "journal"] },
  { title: words.tabs.request, rooms: ["person", "project"] },
  { title: words.tabs.budget, rooms: ["budget", "simulation", "statements"] },
  { title: words.tabs.papers, rooms: ["attachments", "documents"] },
  { title: words.tabs.opinion, rooms: ["assessment", "decisions"] },
  { title: words.tabs.loan, rooms: ["loan"] },
];

export const tabOf = (key: Room["key"]): Tab | undefined => tabs.find(({ rooms }) => rooms.includes(key));

/** What stands on a tab. */
interface Mark {
  isLate: boolean;
  /** Whether all its rooms that can be complete are. */
  isComplete: boolean;
  /** How much is done, where it is counted. */
  count: string | null;
}

export function markOf(tab: Tab, rooms: readonly Room[]): Mark {
  const all = rooms.filter(({ key }) => tab.rooms.includes(key));
  const own = all.filter(({ key }) => judged.includes(key));
  const isComplete = own.length > 0 && own.every(({ complete }) => complete);
  const count = isComplete ? null : (own.find(({ count }) => count)?.count ?? null);
  return { isLate: all.some(({ late }) => late), isComplete, count };
}

/** The rooms that are complete or not; the others hold what happens. */
const judged: readonly Room["key"][] = [
  "person",
  "project",
  "budget",
  "simulation",
  "attachments",
  "assessment",
];

/** The tabs whose time has come, and the one shown. */
export function tabsShown(view: Pick<DossierView, "rooms">, current: Room["key"]): readonly Tab[] {
  const isOpen = (key: Room["key"]) => view.rooms.some((room) => room.key === key && room.open);
  return tabs.filter(({ rooms }) => rooms.includes(current) || rooms.some(isOpen));
}

/** The room before or after among those of the tabs shown; the first follows the last. */
export function neighbourRoom(shown: readonly Tab[], key: Room["key"], step: 1 | -1): Room["key"] | null {
  const rooms = shown.flatMap((tab) => tab.rooms);
  const at = rooms.indexOf(key);
  return at < 0 ? null : (rooms[(at + step + rooms.length) % rooms.length] ?? null);
}

/** The name of a room, as the desk words it. */
export function roomTitle(view: Pick<DossierView, "rooms">, key: Room["key"]): string {
  return view.rooms.find((room) => room.key === key)?.title ?? "";
}
