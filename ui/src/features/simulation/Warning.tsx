// The warning of the law, with the contracts it is for and the day it was chosen by.

import type { LegalWarning } from "../../ipc/types.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import * as words from "./words.ts";

export function Warning({ warning }: { warning: LegalWarning }) {
  return (
    <Sheet title={words.warning} note={warning.regime}>
      <div class="body">
        <p class="legal-warning">{warning.text}</p>
        <p class="rule-source">{warning.source}</p>
        <p class="rule-source">{warning.by}</p>
      </div>
    </Sheet>
  );
}
