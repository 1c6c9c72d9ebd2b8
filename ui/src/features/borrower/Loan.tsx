// Their loan for the duration chosen: what is paid, what it costs.

import type { TogetherLoan, TogetherView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import * as words from "./words.ts";

const HEADING = "together-loan";

interface LoanProps {
  view: TogetherView;
  onTry: (months: number) => void;
  onKeep: (months: number) => void;
}

export function Loan({ view: { loan, lacks }, onTry, onKeep }: LoanProps) {
  return (
    <section class="sheet" aria-labelledby={HEADING}>
      <h2 id={HEADING}>{loan ? words.loan(loan.amount.text) : words.noLoan}</h2>
      {lacks && <p>{lacks}</p>}
      {loan && (
        <>
          {loan.durations.length > 1 && <Durations loan={loan} onTry={onTry} onKeep={onKeep} />}
          <dl>
            <dt>{words.youPay}</dt>
            <dd>
              <span class="huge">{loan.instalment}</span>
              {loan.how}
            </dd>
            <dt>{words.costs}</dt>
            <dd>
              <span class="huge">{loan.cost.text}</span>
              {loan.over}
            </dd>
          </dl>
          {loan.revolving && (
            <p class="aside">
              {words.revolvingBefore} <b>{loan.revolving.cost.text}</b>
              {words.revolvingAfter(loan.revolving.more.text)}
            </p>
          )}
        </>
      )}
    </section>
  );
}

interface DurationsProps extends Omit<LoanProps, "view"> {
  loan: TogetherLoan;
}

/** Trying a duration changes nothing of the dossier; keeping it does. */
function Durations({ loan, onTry, onKeep }: DurationsProps) {
  const shown = loan.durations.find(({ is_shown }) => is_shown);
  const kept = loan.durations.find(({ is_kept }) => is_kept);
  return (
    <>
      <fieldset>
        <legend>{words.howLong}</legend>
        <div class="segments">
          {loan.durations.map((one) => (
            <label key={one.months}>
              <input type="radio" name="duration" checked={one.is_shown} onChange={() => onTry(one.months)} />{" "}
              <span>
                {one.label} <small>{words.aMonth(one.instalment.text)}</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {shown && kept && shown !== kept && (
        <p class="keep">
          {words.kept(kept.label)}{" "}
          <Button small onClick={() => onKeep(shown.months)}>
            {words.keep(shown.label)}
          </Button>
        </p>
      )}
    </>
  );
}
