// The other dossiers of the person, over the years.

import type { TheirDossier } from "../../ipc/types.ts";
import { usePlace } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import * as words from "./words.ts";

export function OtherDossiers({ others }: { others: readonly TheirDossier[] }) {
  const place = usePlace();
  if (others.length === 0) return null;
  return (
    <Sheet title={words.others} note={words.othersNote(others.length)}>
      <ul class="body lines">
        {others.map((one) => (
          <li key={one.dossier}>
            <button type="button" class="line" onClick={() => place.go(`/dossiers/${one.dossier}`)}>
              <b>{one.reference}</b> <span class="soft">{one.what}</span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
