// The first visit of a demonstration: five steps above the pages, one at a
// time, until it is closed. It belongs to the sitting that made the
// demonstration, and never comes back by itself.

import { Button } from "../parts/Button.tsx";
import * as words from "./words.ts";

const { visit } = words;

interface VisitProps {
  at: number;
  /** Another step; nothing once it is over. */
  onGo: (at: number | null) => void;
}

export function Visit({ at, onGo }: VisitProps) {
  const step = visit.steps[at];
  if (!step) return null;
  const isLast = at + 1 === visit.steps.length;
  return (
    <section class="notice info visit gap-under" aria-labelledby="visit">
      <div>
        <h2 id="visit">{visit.title(at + 1, visit.steps.length, step.title)}</h2>
        <p role="status">{step.text}</p>
      </div>
      <div class="acts">
        <a class="btn small" href={`#${step.address}`}>
          {visit.goThere}
        </a>
        <Button small onClick={() => onGo(isLast ? null : at + 1)}>
          {isLast ? visit.done : visit.next}
        </Button>
        {!isLast && (
          <Button small look="quiet" onClick={() => onGo(null)}>
            {visit.close}
          </Button>
        )}
      </div>
    </section>
  );
}
