// What has to be there before a sending, each line with the room that holds it.

import type { DecisionsView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { addressOfRoom, firstMissing } from "./logic.ts";
import * as words from "./words.ts";

export function Ready({ view, onMissing }: { view: DecisionsView; onMissing: () => void }) {
  if (view.ready.length === 0) return null;
  const left = view.ready.filter(({ done, must }) => must && !done).length;
  return (
    <Sheet title={words.ready} note={words.readyLeft(left)}>
      <ul class="ready" aria-label={words.readyNote}>
        {view.ready.map(({ key, label, note, done, must, room }) => (
          <li key={key} class={done || !must ? undefined : "no"}>
            <span class={done ? "y" : "n"}>
              <Icon name={done ? "check" : "due"} label={done ? words.done : words.missing} />
            </span>
            <a href={addressOfRoom(view.dossier, room)}>{label}</a>
            <span class="small">
              {note}
              {!done && !must && ` (${words.mayMiss})`}
            </span>
          </li>
        ))}
      </ul>
      {firstMissing(view.ready) && (
        <div class="body">
          <Button small shortcut={words.nextMissingKey} onClick={onMissing}>
            {words.nextMissing}
          </Button>
        </div>
      )}
    </Sheet>
  );
}
