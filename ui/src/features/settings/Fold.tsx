import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Summary } from "../../parts/Summary.tsx";

interface FoldProps {
  /** What is folded. */
  summary: string;
  /** Whether something of it is stated: then it starts open. */
  isStated: boolean;
  children: ComponentChildren;
}

/** A part of a form that most never open. */
export function Fold({ summary, isStated, children }: FoldProps) {
  const [isOpen, setOpen] = useState(isStated);
  return (
    <details class="more" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <Summary>{summary}</Summary>
      <div class="stack small-gap">{children}</div>
    </details>
  );
}
