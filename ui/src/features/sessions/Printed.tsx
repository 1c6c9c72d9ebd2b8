// The papers of the session, seen before they go out.

import { useState } from "preact/hooks";
import { usePaper } from "../../ipc/paper_out.ts";
import type { OnePaper } from "../../ipc/types.ts";
import { PaperSeen } from "../../parts/PaperPreview.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { type PaperChoice, paperOf, papersOf } from "./logic.ts";
import * as words from "./words.ts";

interface PrintedProps {
  session: number;
  isHeld: boolean;
  /** The paper that is shown first. */
  first: PaperChoice;
}

export function Printed({ session, isHeld, first }: PrintedProps) {
  const offered = papersOf(isHeld);
  const [chosen, choose] = useState<PaperChoice>(first);
  const options = offered.map((key) => ({ key, label: words.papers[key] }));
  return (
    <div class="gap-under">
      <Segmented
        legend={words.whichPaper}
        options={options}
        value={chosen}
        onInput={(key) => choose(offered.find((one) => one === key) ?? offered[0])}
      />
      <Shown key={chosen} title={words.papers[chosen]} of={paperOf(chosen, session)} />
    </div>
  );
}

function Shown({ title, of }: { title: string; of: OnePaper }) {
  return (
    <div class="columns small-gap">
      <PaperSeen title={title} paper={usePaper(of)} />
    </div>
  );
}
