// A letter written from what was noted, seen before it is printed; printing it is noted.

import { useEffect, useRef } from "preact/hooks";
import { usePaper } from "../../ipc/paper_out.ts";
import { Button } from "../../parts/Button.tsx";
import { PaperSeen } from "../../parts/PaperPreview.tsx";
import * as words from "./words.ts";

interface LetterProps {
  dossier: number;
  paper: string;
  onOut: () => void;
  onClose: () => void;
}

export function Letter({ dossier, paper, onOut, onClose }: LetterProps) {
  const seen = usePaper({ paper, dossier });
  const place = useRef<HTMLDivElement>(null);
  const { told } = seen.out;
  useEffect(() => {
    place.current?.querySelector("button")?.focus();
  }, []);
  useEffect(() => {
    if (told) onOut();
  }, [told]);
  return (
    <div ref={place}>
      <p>
        <Button sign="undo" onClick={onClose}>
          {words.closeLetter}
        </Button>
      </p>
      <div class="columns">
        <PaperSeen title={words.letters(paper)} paper={seen}>
          {(seen.drawn.paper?.missing ?? []).map(({ what }) => (
            <p key={what} class="soft small">
              {words.leftToWrite(what)}
            </p>
          ))}
        </PaperSeen>
      </div>
    </div>
  );
}
