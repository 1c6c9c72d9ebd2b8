// What has to be there before a sending, each line with the room that holds it.

import { addressOfRoom } from "../../ipc/rooms.ts";
import type { DecisionsView, ReadyItem } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { firstMissing, offerFor } from "./logic.ts";
import * as words from "./words.ts";

interface ReadyProps {
  view: DecisionsView;
  /** Opens the form, or the room at its field, that holds something. */
  onGo: (item: ReadyItem) => void;
  onMissing: () => void;
}

export function Ready({ view, onGo, onMissing }: ReadyProps) {
  if (view.ready.length === 0) return null;
  return (
    <Sheet title={view.presentations.length > 0 ? words.readyAgain : words.ready} note={view.ready_note}>
      <ul class="ready" aria-label={words.readyNote}>
        {view.ready.map((item) => (
          <li key={item.key} class={item.done || !item.must ? undefined : "no"}>
            <span class={item.done ? "yes" : "lacking"}>
              <Icon name={item.done ? "check" : "due"} label={item.done ? words.done : words.missing} />
            </span>
            <Where view={view} item={item} onGo={onGo} />
            <span class="small">
              {item.note}
              {!item.done && !item.must && ` (${words.mayMiss})`}
            </span>
          </li>
        ))}
      </ul>
      {firstMissing(view.ready) && (
        <div class="body">
          <Button small shortcut={words.nextKey} onClick={onMissing}>
            {words.nextMissing}
          </Button>
        </div>
      )}
    </Sheet>
  );
}

/** A link to another room; a button for a form of this one; plain words for what is noted here and done. */
function Where({ view, item, onGo }: Pick<ReadyProps, "view" | "onGo"> & { item: ReadyItem }) {
  if (item.room === "decisions") {
    if (item.done || !offerFor(item, view.offered)) return <span>{item.label}</span>;
    return (
      <button type="button" class="link" onClick={() => onGo(item)}>
        {item.label}
      </button>
    );
  }
  return (
    <a
      href={`#${addressOfRoom(view.dossier, item.room)}`}
      onClick={(event) => {
        // The window would follow the link without its field.
        event.preventDefault();
        event.stopPropagation();
        onGo(item);
      }}
    >
      {item.label}
    </a>
  );
}
