// The first visit of a demonstration: five steps above the pages, one at a
// time, until it is closed. It belongs to the sitting that made the
// demonstration, and never comes back by itself.

import { useAnswer } from "../ipc/answers.ts";
import { Button } from "../parts/Button.tsx";
import { usePlace } from "../parts/place.ts";
import * as words from "./words.ts";

const { visit } = words;

interface VisitProps {
  at: number;
  /** Another step; nothing once it is over. */
  onGo: (at: number | null) => void;
}

/** A dossier at the bank has a budget and papers to show. */
const toShow = { search: "", phase: "with_lender", offset: 0 } as const;
const never = () => false;

export function Visit({ at, onGo }: VisitProps) {
  const place = usePlace();
  const dossier = useAnswer("dossiers", toShow, never).value?.rows[0]?.id;
  const step = visit.steps[at];
  if (!step) return null;
  const isLast = at + 1 === visit.steps.length;
  const room = "room" in step && dossier !== undefined ? `/${dossier}/${step.room}` : "";
  const address = `${step.address}${room}`;
  return (
    <section class="notice info visit gap-under" aria-labelledby="visit">
      <div>
        <h2 id="visit">{visit.title(at + 1, visit.steps.length, step.title)}</h2>
        <p role="status">{step.text}</p>
      </div>
      <div class="actions">
        {/* What leads on comes first, so that it keeps its place. */}
        <Button small onClick={() => onGo(isLast ? null : at + 1)}>
          {isLast ? visit.done : visit.next}
        </Button>
        {!isLast && (
          <Button small look="quiet" onClick={() => onGo(null)}>
            {visit.close}
          </Button>
        )}
        {place.address === address ? (
          <span class="soft small">{visit.isHere}</span>
        ) : (
          <a class="button small" href={`#${address}`}>
            {visit.goThere}
          </a>
        )}
      </div>
    </section>
  );
}
