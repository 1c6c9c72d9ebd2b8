// The day on paper, to take along.

import { asFailure } from "../../ipc/call.ts";
import { useDrawn } from "../../ipc/drawn.ts";
import { usePaperOut } from "../../ipc/paper_out.ts";
import { PaperOutSheet, PaperPreview, Unprintable } from "../../parts/PaperPreview.tsx";
import * as words from "./words.ts";

const agenda = { paper: "agenda" };

export function Agenda() {
  const drawn = useDrawn(agenda);
  const out = usePaperOut(agenda);
  return (
    <div class="columns gap-under">
      <PaperPreview title={words.agenda} drawn={drawn} refusal={asFailure} />
      <div class="stack">
        <PaperOutSheet paper={drawn.paper} out={out} />
        <Unprintable characters={drawn.paper?.unprintable ?? []} />
      </div>
    </div>
  );
}
