import type { KeptPaper } from "../../ipc/types.ts";
import { useNames } from "../../parts/names.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import * as words from "./words.ts";

interface KeptListProps {
  papers: readonly KeptPaper[];
  current: number | null;
  onChoose: (id: number) => void;
}

/** What went out of the dossier, as it is kept. */
export function KeptList({ papers, current, onChoose }: KeptListProps) {
  const names = useNames();
  return (
    <Sheet title={words.kept} note={words.keptNote}>
      {papers.length === 0 ? (
        <p class="body soft">{words.keptNone}</p>
      ) : (
        <ul class="papers">
          {papers.map((paper) => (
            <li key={paper.id}>
              <button
                type="button"
                aria-current={paper.id === current ? "true" : undefined}
                onClick={() => onChoose(paper.id)}
              >
                {paper.title}
                <span class="block soft">
                  {words.keptOn(paper.on.text, paper.at)}
                  {paper.reader !== "" && ` · ${words.keptFor} ${names.of(paper.reader)}`}
                </span>
                <span class="block soft">{words.fingerprint(paper.fingerprint)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
