// The first visit of a demonstration: five steps above the pages, one at a
// time, until it is closed. It belongs to the sitting that made the
// demonstration, and never comes back by itself.

import { useState } from "preact/hooks";
import { Button } from "../parts/Button.tsx";
import { words } from "./words.ts";

const { visit } = words;

export function Visit() {
  const [at, go] = useState(0);
  const [isClosed, close] = useState(false);
  const step = visit.steps[at];
  if (isClosed || !step) return null;
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
        <Button small onClick={() => go(at + 1)}>
          {at + 1 === visit.steps.length ? visit.done : visit.next}
        </Button>
        {at + 1 < visit.steps.length && (
          <Button small look="quiet" onClick={() => close(true)}>
            {visit.close}
          </Button>
        )}
      </div>
    </section>
  );
}
