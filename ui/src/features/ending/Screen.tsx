// The end of a loan: five steps, the current one lit; the refund proved; the questionnaire; the closing.

import { useAnswer } from "../../ipc/answers.ts";
import type { DossierView, EndingView } from "../../ipc/types.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { type Meaning, State } from "../../parts/State.tsx";
import { Account } from "./Account.tsx";
import { Closing, NextProject } from "./Closing.tsx";
import { Proof } from "./Proof.tsx";
import { Survey } from "./Survey.tsx";
import * as words from "./words.ts";

const meanings: Record<EndingView["steps"][number]["state"], Meaning> = {
  done: "ok",
  current: "due",
  coming: "coming",
};

export function Ending({ view }: { view: DossierView }) {
  const ending = useAnswer("ending_room", { dossier: view.id });
  const shown = ending.value;
  if (shown === null) return <Refused failure={ending.failure} />;
  const parts = { view: shown, onChanged: ending.set };
  return (
    <div class="columns wide-side">
      <div class="stack">
        <Sheet title={words.title} note={shown.sentence}>
          <ol class="body ending-steps" aria-label={words.steps}>
            {shown.steps.map((step) => (
              <li key={step.label} aria-current={step.state === "current" ? "step" : undefined}>
                <State meaning={meanings[step.state]} label={words.states[step.state]}>
                  <b>{step.label}</b>
                </State>
                <span class="sub block">{step.note}</span>
              </li>
            ))}
          </ol>
        </Sheet>
        {shown.may_refund && shown.proof !== null && <Proof {...parts} proof={shown.proof} />}
        {shown.decided && <Notice tone={shown.to_pay ? "due" : "ok"} title={shown.decided} />}
      </div>
      <div class="stack">
        {shown.may_refund && shown.proof !== null && <Account {...parts} />}
        <Survey {...parts} isOpen={shown.is_open} />
        {!shown.is_closed && shown.outcomes.length > 0 && <Closing {...parts} />}
        {shown.is_closed && <NextProject dossier={shown.dossier} />}
      </div>
    </div>
  );
}
