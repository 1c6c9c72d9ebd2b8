// Papers of the office chosen from a list: seen, opened, saved.

import { useState } from "preact/hooks";
import { Notice } from "./Notice.tsx";
import { type ListedPaper, PaperList, type PaperListWords } from "./PaperList.tsx";
import { type Out, PaperOutSheet, PaperPreview, type PreviewProps, Unprintable } from "./PaperPreview.tsx";

export interface OfficePapersWords extends PaperListWords {
  title: string;
  note: string;
  list: readonly ListedPaper[];
  missing: string;
  settings: string;
}

/** A paper being drawn, what it still lacks, and its ways out. */
interface SeenPaper {
  drawn: PreviewProps["drawn"] & {
    paper: { missing: readonly { what: string }[]; unprintable: readonly string[] } | null;
  };
  out: Out;
  refusal: PreviewProps["refusal"];
}

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
        <Seen key={chosen.key} paper={chosen.key} title={chosen.title} words={words} usePaper={usePaper} />
      )}
    </div>
  );
}

interface SeenProps extends OfficePapersProps {
  paper: string;
  title: string;
}

function Seen({ paper, title, words, usePaper }: SeenProps) {
  const { drawn, out, refusal } = usePaper(paper);
  const missing = drawn.paper?.missing ?? [];
  return (
    <div class="columns gap">
      <PaperPreview title={title} drawn={drawn} refusal={refusal} />
      <div class="stack">
        <PaperOutSheet paper={drawn.paper} out={out} />
        {missing.length > 0 && (
          <Notice tone="due" title={words.missing}>
            <span class="block">{missing.map(({ what }) => what).join(", ")}.</span>{" "}
            <a href="#/reglages">{words.settings}</a>
          </Notice>
        )}
        <Unprintable characters={drawn.paper?.unprintable ?? []} />
      </div>
    </div>
  );
}
