// What is looked at together with the person: the whole window, their budget
// and their loan, nobody else's.

import { useState } from "preact/hooks";
import { useAction, useAnswer, useLong } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { Button } from "../../parts/Button.tsx";
import { Brand } from "../../parts/Card.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { useArrival, useTitle } from "../../parts/place.ts";
import { Loan } from "./Loan.tsx";
import { Month } from "./Month.tsx";
import * as words from "./words.ts";

interface BorrowerProps {
  dossier: number;
  office: string;
  onLeave: () => void;
}

export function Borrower({ dossier, office, onLeave }: BorrowerProps) {
  const [months, tryMonths] = useState<number | null>(null);
  const { value: view, failure } = useAnswer("together", { dossier, ...(months !== null && { months }) });
  const opening = useLong("open_paper");
  const keeping = useAction(async (kept: number) => {
    await call("change_simulation", { dossier, field: "months", value: String(kept) });
    tryMonths(null);
  });
  const print = () => void opening.run({ paper: "take_home_sheet", dossier });
  useKeys({ Escape: onLeave, "Ctrl+p": print });
  useTitle(words.title);
  useArrival(view !== null);
  return (
    <div class="together">
      <header>
        <Brand office={office} />
        <p class="soft">{words.together}</p>
        <div class="actions">
          <Button
            look="main"
            sign="print"
            shortcut={words.printKey}
            disabled={opening.busy || !view?.month}
            onClick={print}
          >
            {words.takeHome}
          </Button>
          <Button sign="arrow" shortcut={words.escapeKey} onClick={onLeave}>
            {words.leave}
          </Button>
        </div>
      </header>
      <main id="page" tabIndex={-1}>
        <h1 tabIndex={-1}>{words.title}</h1>
        {view && <p class="project">{view.project}</p>}
        {opening.isSlow && (
          <Progress text={words.openingThePaper} step={opening.step} onStop={opening.stop} />
        )}
        <Refused failure={failure ?? opening.failure ?? keeping.failure} />
        {view && (
          <>
            <div class="two">
              {view.month ? (
                <Month month={view.month} isToCome={view.loan?.is_simulated !== false} />
              ) : (
                <p class="sheet">{words.noBudget}</p>
              )}
              <Loan view={view} onTry={tryMonths} onKeep={(kept) => void keeping.run(kept)} />
            </div>
            <p class="warn">{view.warning}</p>
            {view.loan && (
              <p class="soft">
                {view.loan.terms} {view.loan.is_simulated && words.notAnOffer} {words.hardMonth}
              </p>
            )}
          </>
        )}
      </main>
    </div>
  );
}
