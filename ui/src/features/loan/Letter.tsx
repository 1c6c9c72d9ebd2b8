// A letter written from what was noted, seen before it is printed; printing it is noted.

import { useEffect, useRef } from "preact/hooks";
import { asFailure } from "../../ipc/call.ts";
import { useDrawn } from "../../ipc/drawn.ts";
import { usePaperOut } from "../../ipc/paper_out.ts";
import { Button } from "../../parts/Button.tsx";
import { PaperOutSheet, PaperPreview, Unprintable } from "../../parts/PaperPreview.tsx";
import * as words from "./words.ts";

interface LetterProps {
  dossier: number;
  paper: string;
  onOut: () => void;
  onClose: () => void;
}

export function Letter({ dossier, paper, onOut, onClose }: LetterProps) {
  const of = { paper, dossier };
  const drawn = useDrawn(of);
  const out = usePaperOut(of);
  const place = useRef<HTMLDivElement>(null);
  const { told } = out;
  useEffect(() => {
    place.current?.querySelector("button")?.focus();
  }, []);
  useEffect(() => {
    if (told) onOut();
  }, [told]);
  return (
    <div ref={place} class="columns">
      <PaperPreview title={words.letters(paper)} drawn={drawn} refusal={asFailure} />
      <div class="stack">
        <p>
          <Button sign="undo" onClick={onClose}>
            {words.closeLetter}
          </Button>
        </p>
        {drawn.paper && <PaperOutSheet paper={drawn.paper} out={out} />}
        {(drawn.paper?.missing ?? []).map(({ what }) => (
          <p key={what} class="soft small">
            {words.leftToWrite(what)}
          </p>
        ))}
        <Unprintable characters={drawn.paper?.unprintable ?? []} />
      </div>
    </div>
  );
}
