// A choice recorded at once by the pointer, Espace or Entrée; the arrows pass
// over others, and what they reached is recorded on leaving.

import { useRef, useState } from "preact/hooks";
import { movesChoice } from "./Select.tsx";
import { useUnsaved } from "./unsaved.ts";

export interface MadeChoice {
  /** What is shown as chosen. */
  value: string;
  onInput: (key: string) => void;
  /** Around the choices. */
  around: {
    onKeyDown: (event: KeyboardEvent) => void;
    onPointerDown: () => void;
    onFocusOut: (event: FocusEvent) => void;
  };
}

export function useMadeChoice(value: string, record: (key: string) => void): MadeChoice {
  const [reached, reach] = useState<string | null>(null);
  const byKey = useRef(false);
  const make = () => {
    reach(null);
    if (reached !== null && reached !== value) record(reached);
  };
  useUnsaved({ isUnsaved: reached !== null && reached !== value, send: async () => make() });
  return {
    value: reached ?? value,
    onInput: (key) => (byKey.current ? reach(key) : record(key)),
    around: {
      onKeyDown: (event) => {
        byKey.current = movesChoice(event);
        if (!byKey.current) make();
      },
      onPointerDown: () => {
        byKey.current = false;
      },
      onFocusOut: ({ currentTarget, relatedTarget }) => {
        const isWithin = relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget);
        if (!isWithin) make();
      },
    },
  };
}
