// The dark line: what was done, and what takes it back. It never
// takes the focus and goes by itself, unless someone is on it.

import { useEffect, useState } from "preact/hooks";
import { Icon } from "./Icon.tsx";
import { useNames } from "./names.ts";

export interface Done {
  /** Tells one showing from the next, even with the same sentence. */
  turn: number;
  sentence: string;
  takeBack: { label: string; shortcut: string; sign: "undo" | "redo"; run: () => void } | null;
}

const SHOWN_FOR = 10_000;

export function UndoLine({ done, onGone }: { done: Done | null; onGone: () => void }) {
  const names = useNames();
  const [isHeld, hold] = useState(false);
  useEffect(() => {
    if (!done || isHeld) return;
    const timer = setTimeout(onGone, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [done?.turn, isHeld, onGone]);
  useEffect(() => {
    if (!done) hold(false);
  }, [done]);
  return (
    <div
      class="undo-place"
      role="status"
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
      onFocusIn={() => hold(true)}
      onFocusOut={() => hold(false)}
    >
      {done && (
        <div class="undo" key={done.turn}>
          <span>{names.ending(done.sentence)}</span>
          {done.takeBack && (
            <>
              <button type="button" onClick={done.takeBack.run}>
                <Icon name={done.takeBack.sign} /> {done.takeBack.label}
              </button>
              <kbd>{done.takeBack.shortcut}</kbd>
            </>
          )}
        </div>
      )}
    </div>
  );
}
