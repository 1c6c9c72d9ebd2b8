import { useRef } from "preact/hooks";
import type { PaperCard, PaperDrawn } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { type Drawn, usePageImage, usePixels } from "./useDrawn.ts";
import { words } from "./words.ts";

interface PreviewProps {
  dossier: number;
  card: PaperCard;
  drawn: Drawn;
}

/** The paper itself, on white in both themes; its words for who does not see it. */
export function Preview({ dossier, card, drawn }: PreviewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = usePixels(frame);
  const { paper, turn } = drawn;
  return (
    <section class="pv" aria-label={words.preview(card.title)}>
      {drawn.isSlow && (
        <Progress text={words.drawing} hint={words.drawingHint} step={drawn.step} onStop={drawn.stop} />
      )}
      <Refused failure={drawn.failure} />
      <div class="pages" ref={frame}>
        {paper?.pages.map((text, at) => (
          <Page
            key={at}
            dossier={dossier}
            paper={paper}
            number={at + 1}
            text={text.text}
            width={width}
            turn={turn}
          />
        ))}
      </div>
    </section>
  );
}

interface PageProps {
  dossier: number;
  paper: PaperDrawn;
  number: number;
  text: string;
  width: number | null;
  turn: number;
}

function Page({ dossier, paper, number, text, width, turn }: PageProps) {
  const { source, failure } = usePageImage({ dossier, paper: paper.key, page: number, width, turn });
  const shape = paper.pages[number - 1];
  return (
    <figure class="page">
      {failure ? (
        <Refused failure={failure} />
      ) : (
        source && (
          <img
            src={source}
            width={shape?.width}
            height={shape?.height}
            alt={words.page(paper.title, number, paper.pages.length)}
          />
        )
      )}
      <figcaption class="vh">
        {words.pageText(number)}. {text}
      </figcaption>
    </figure>
  );
}
