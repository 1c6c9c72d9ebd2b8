// Papers of the office chosen from a list: seen, opened, saved.

import { useState } from "preact/hooks";
import { Notice } from "./Notice.tsx";
import { type ListedPaper, PaperList, type PaperListWords } from "./PaperList.tsx";
import { PaperSeen, type SeenPaper as Seen } from "./PaperPreview.tsx";

export interface OfficePapersWords extends PaperListWords {
  title: string;
  note: string;
  list: readonly ListedPaper[];
  missing: string;
  settings: string;
}

type SeenPaper = Seen & { drawn: { paper: { missing: readonly { what: string }[] } | null } };

interface OfficePapersProps {
  words: OfficePapersWords;
  usePaper: (paper: string) => SeenPaper;
}

export function OfficePapers({ words, usePaper }: OfficePapersProps) {
  const [seen, see] = useState<string | null>(null);
  const chosen = words.list.find(({ key }) => key === seen);
  return (
    <div class="gap">
      <PaperList
        title={words.title}
        note={words.note}
        list={words.list}
        words={words}
        seen={seen}
        onSee={see}
      />
      {chosen && (
        <Chosen key={chosen.key} paper={chosen.key} title={chosen.title} words={words} usePaper={usePaper} />
      )}
    </div>
  );
}

interface ChosenProps extends OfficePapersProps {
  paper: string;
  title: string;
}

function Chosen({ paper, title, words, usePaper }: ChosenProps) {
  const seen = usePaper(paper);
  const missing = seen.drawn.paper?.missing ?? [];
  return (
    <div class="columns gap">
      <PaperSeen title={title} paper={seen}>
        {missing.length > 0 && (
          <Notice tone="due" title={words.missing}>
            <span class="block">{missing.map(({ what }) => what).join(", ")}.</span>{" "}
            <a href="#/reglages">{words.settings}</a>
          </Notice>
        )}
      </PaperSeen>
    </div>
  );
}
