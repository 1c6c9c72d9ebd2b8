// A link to where something is done: the room, and in it the field, the form or the paper.

import type { ComponentChildren } from "preact";
import { addressOfRoom } from "../../ipc/rooms.ts";
import type { OverviewWay } from "../../ipc/types.ts";
import { usePlace } from "../../parts/place.ts";

interface GoProps {
  dossier: number;
  way: OverviewWay;
  class?: string;
  children: ComponentChildren;
}

/** Where a new request is begun. */
const REQUEST = "/demande";

export function Go({ dossier, way, class: look, children }: GoProps) {
  const place = usePlace();
  const address = way.room === null ? REQUEST : addressOfRoom(dossier, way.room);
  return (
    <a
      class={look}
      href={`#${address}`}
      onClick={(event) => {
        if (!way.word) return;
        // The window would follow the link without its field.
        event.preventDefault();
        event.stopPropagation();
        place.go(address, way.word);
      }}
    >
      {children}
    </a>
  );
}
