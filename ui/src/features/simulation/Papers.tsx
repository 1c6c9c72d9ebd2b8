// The papers of the simulation, opened to be printed.

import { useLong } from "../../ipc/answers.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import * as words from "./words.ts";

interface PapersProps {
  dossier: number;
  isWorkedOut: boolean;
  hasOffers: boolean;
}

export function Papers({ dossier, isWorkedOut, hasOffers }: PapersProps) {
  const opening = useLong("open_paper");
  const open = (paper: string) => void opening.run({ paper, dossier });
  useKeys({ "Ctrl+p": () => open("schedule") });
  return (
    <Sheet title={words.papers} note={words.papersNote}>
      <div class="body">
        <div class="row">
          <Button
            small
            sign="print"
            shortcut={words.printKey}
            disabled={opening.busy || !isWorkedOut}
            onClick={() => open("schedule")}
          >
            {words.schedulePaper}
          </Button>
          {hasOffers && (
            <Button
              small
              sign="print"
              disabled={opening.busy || !isWorkedOut}
              onClick={() => open("lender_comparison")}
            >
              {words.comparisonPaper}
            </Button>
          )}
        </div>
        {opening.isSlow && (
          <Progress text={words.openingThePaper} step={opening.step} onStop={opening.stop} />
        )}
        <Refused failure={opening.failure} />
      </div>
    </Sheet>
  );
}
