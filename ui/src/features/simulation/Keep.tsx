// What is kept among others, and the button that keeps another.

import { State } from "../../parts/State.tsx";
import * as words from "./words.ts";

interface KeepProps {
  isKept: boolean;
  /** What is said of the one kept. */
  said: string;
  /** What the button keeps, for who does not see its row. */
  of: string;
  busy: boolean;
  onKeep: () => void;
}

export function Keep({ isKept, said, of, busy, onKeep }: KeepProps) {
  if (isKept) return <State meaning="ok">{said}</State>;
  return (
    <button type="button" class="button small" aria-label={words.keepOf(of)} disabled={busy} onClick={onKeep}>
      {words.keep}
    </button>
  );
}
