import type { PaperCard } from "../../ipc/types.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Summary } from "../../parts/Summary.tsx";
import * as words from "./words.ts";

interface PaperListProps {
  cards: readonly PaperCard[];
  current: string | null;
  onChoose: (key: string) => void;
}

export function PaperList({ cards, current, onChoose }: PaperListProps) {
  const folded = cards.filter((card) => card.folded);
  const shown = cards.filter((card) => !card.folded);
  const ready = shown.filter((card) => card.ready).length;
  return (
    <Sheet title={words.papers} note={cards.length > 0 ? words.readyCount(ready, shown.length) : undefined}>
      <Items cards={shown} current={current} onChoose={onChoose} />
      {folded.length > 0 && (
        <details class="more folded" open={folded.some((card) => card.key === current)}>
          <Summary>{words.uncalledFor(folded.length)}</Summary>
          <Items cards={folded} current={current} onChoose={onChoose} />
        </details>
      )}
    </Sheet>
  );
}

function Items({ cards, current, onChoose }: PaperListProps) {
  return (
    <ul class="papers">
      {cards.map((card, at) => (
        <li key={card.key}>
          <button
            type="button"
            aria-current={card.key === current ? "true" : undefined}
            onClick={() => onChoose(card.key)}
            onKeyDown={(event) => {
              const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
              const next = step && cards[at + step];
              if (!next) return;
              event.preventDefault();
              onChoose(next.key);
              const items = event.currentTarget.closest("ul")?.querySelectorAll("button");
              items?.[at + step]?.focus();
            }}
          >
            {card.title}
            <State meaning={card.ready && card.missing.length === 0 ? "ok" : "due"}>{card.state}</State>
          </button>
        </li>
      ))}
    </ul>
  );
}
