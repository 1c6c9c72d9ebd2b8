// At the left of the guide: what answers the words looked for, then its contents.

import { useAnswer } from "../../ipc/answers.ts";
import type { HelpPiece } from "../../ipc/types.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import * as words from "./words.ts";

interface HitsProps {
  typed: string;
  /** The page shown, and its section. */
  topic: string;
  section: string;
}

export function Hits({ typed, topic, section }: HitsProps) {
  const asked = typed.trim();
  const { value } = useAnswer("search_help", asked === "" ? null : { words: asked }, () => false);
  const hits = asked === "" ? null : value?.hits;
  return (
    <div role="status">
      {hits && hits.length === 0 && <p>{words.nothing(asked)}</p>}
      {hits && hits.length > 0 && (
        <Sheet title={words.found(hits.length)}>
          <ul class="hits">
            {hits.map((hit) => {
              const isShown = hit.topic === topic && hit.section === section;
              return (
                <li key={`${hit.topic}/${hit.section}`} aria-current={isShown ? "true" : undefined}>
                  <a href={`#/aide/${hit.topic}${hit.section && `/${hit.section}`}`}>
                    <Marked pieces={hit.title} />
                  </a>
                  {hit.within && <span class="within">{hit.within}</span>}
                  <p>
                    <Marked pieces={hit.text} />
                  </p>
                </li>
              );
            })}
          </ul>
        </Sheet>
      )}
    </div>
  );
}

function Marked({ pieces }: { pieces: readonly HelpPiece[] }) {
  return <>{pieces.map(({ text, is_hit }, at) => (is_hit ? <mark key={at}>{text}</mark> : text))}</>;
}

export function Contents({ topic }: { topic: string }) {
  const { value } = useAnswer("help_topics", {}, () => false);
  return (
    <nav class="stack" aria-label={words.contents}>
      {value?.parts.map((part) => (
        <Sheet key={part.title} title={part.title}>
          <ul class="hits">
            {part.topics.map((line) => (
              <li key={line.key} aria-current={line.key === topic ? "page" : undefined}>
                <a href={`#/aide/${line.key}`}>{line.title}</a>
                <p>{line.about}</p>
              </li>
            ))}
          </ul>
        </Sheet>
      ))}
    </nav>
  );
}
