import { useState } from "preact/hooks";
import { asFailure } from "../../ipc/call.ts";
import type { Drawn } from "../../ipc/drawn.ts";
import type { Failure, PaperCard } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Pages } from "../../parts/Pages.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { words } from "./words.ts";

export function Preview({ card, drawn }: { card: PaperCard; drawn: Drawn }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const { paper, turn } = drawn;
  return (
    <section class="pv" aria-label={words.preview(card.title)}>
      {drawn.isSlow && (
        <Progress text={words.drawing} hint={words.drawingHint} step={drawn.step} onStop={drawn.stop} />
      )}
      <Refused failure={drawn.failure ?? failure} />
      <Pages
        title={paper?.title ?? card.title}
        pages={paper?.pages ?? []}
        turn={turn}
        image={drawn.image}
        onFailure={(reason) => setFailure(asFailure(reason))}
      />
    </section>
  );
}
