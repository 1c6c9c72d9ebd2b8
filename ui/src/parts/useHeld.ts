// What is shown of a part while one is in it: what an answer moves goes to its new place once the pointer or the focus
// has left the part.

import { useRef, useState } from "preact/hooks";

export interface Held<T> {
  /** What the part showed when it was held; nothing once it was left. */
  held: T | null;
  hold: (shown: T) => void;
  /** Around the part. */
  around: {
    onPointerLeave: () => void;
    onFocusOut: (event: FocusEvent) => void;
  };
}

export function useHeld<T>(onLeft: () => void): Held<T> {
  const [held, setHeld] = useState<T | null>(null);
  const isHeld = useRef(false);
  const leave = () => {
    if (!isHeld.current) return;
    isHeld.current = false;
    setHeld(null);
    onLeft();
  };
  return {
    held,
    hold: (shown) => {
      if (!isHeld.current) setHeld(shown);
      isHeld.current = true;
    },
    around: {
      onPointerLeave: leave,
      onFocusOut: ({ currentTarget, relatedTarget }) => {
        const part = currentTarget as Element;
        // A field that goes away leaves to nowhere: one is still there.
        const isElsewhere = relatedTarget instanceof Node && !part.contains(relatedTarget);
        if (isElsewhere && !part.matches(":hover")) leave();
      },
    },
  };
}
