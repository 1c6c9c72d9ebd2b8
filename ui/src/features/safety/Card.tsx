import type { ComponentChildren } from "preact";
import { type Meaning, State } from "../../parts/State.tsx";

interface CardProps {
  title: string;
  meaning: Meaning;
  /** The answer, in two or three words. */
  main: string;
  note: string;
  actions?: ComponentChildren;
}

/** One of the four answers at the head of the page. */
export function Card({ title, meaning, main, note, actions }: CardProps) {
  return (
    <div>
      <dt>{title}</dt>
      <dd class="first-fact">
        <State meaning={meaning}>{main}</State>
      </dd>
      <dd class="soft">{note}</dd>
      {actions && <dd class="actions">{actions}</dd>}
    </div>
  );
}
