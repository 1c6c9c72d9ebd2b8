import type { PaperCard } from "../../ipc/types.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { words } from "./words.ts";

interface PaperListProps {
  cards: readonly PaperCard[];
  current: string | null;
  onChoose: (key: string) => void;
}

export function PaperList({ cards, current, onChoose }: PaperListProps) {
  const ready = cards.filter((card) => card.ready).length;
  return (
    <Sheet title={words.papers} note={cards.length > 0 ? words.readyCount(ready, cards.length) : undefined}>
      <ul class="papers">
        {cards.map((card) => (
          <li key={card.key}>
            <button
              type="button"
              aria-current={card.key === current ? "true" : undefined}
              onClick={() => onChoose(card.key)}
              onKeyDown={(event) => {
                const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
                const at = cards.findIndex(({ key }) => key === card.key);
                const next = step && cards[at + step];
                if (!next) return;
                event.preventDefault();
                onChoose(next.key);
                const items = event.currentTarget.closest("ul")?.querySelectorAll("button");
                items?.[at + step]?.focus();
              }}
            >
              {card.title}
              <State meaning={card.ready ? "ok" : "due"}>{card.state}</State>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
