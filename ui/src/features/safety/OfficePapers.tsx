// The papers of the office about personal data: seen, opened, saved.

import { useState } from "preact/hooks";
import { asFailure } from "../../ipc/call.ts";
import { useDrawn } from "../../ipc/drawn.ts";
import { usePaperOut } from "../../ipc/paper_out.ts";
import { Notice } from "../../parts/Notice.tsx";
import { PaperList } from "../../parts/PaperList.tsx";
import { PaperOutSheet, PaperPreview, Unprintable } from "../../parts/PaperPreview.tsx";
import * as all from "./words.ts";

const words = all.papers;

export function OfficePapers() {
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
      {chosen && <Seen key={chosen.key} paper={chosen.key} title={chosen.title} />}
    </div>
  );
}

function Seen({ paper, title }: { paper: string; title: string }) {
  const of = { paper };
  const drawn = useDrawn(of);
  const out = usePaperOut(of);
  const missing = drawn.paper?.missing ?? [];
  return (
    <div class="cols gap">
      <PaperPreview title={title} drawn={drawn} refusal={asFailure} />
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
