// The rooms of a dossier: their order, their neighbours.

import type { ComponentType } from "preact";
import type { DossierView, Room } from "../../ipc/types.ts";

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

/** The room before or after; the first follows the last. */
export function neighbourRoom(
  rooms: readonly RoomScreen[],
  key: Room["key"],
  step: 1 | -1,
): RoomScreen | null {
  const at = rooms.findIndex((room) => room.key === key);
  return at < 0 ? null : (rooms[(at + step + rooms.length) % rooms.length] ?? null);
}

/** The name of a room, as the desk words it. */
export function roomTitle(view: DossierView, key: Room["key"]): string {
  return view.rooms.find((room) => room.key === key)?.title ?? "";
}
