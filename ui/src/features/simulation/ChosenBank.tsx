// At right, for the bank shown: the same loan shorter and longer, what it costs in a sentence, the person's choice, and
// the detail of the loan folded.

import { useLong } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { DurationTried, SimulationView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import { Choice } from "./Choice.tsx";
import { Loan } from "./Loan.tsx";
import * as words from "./words.ts";

interface ChosenBankProps {
  view: SimulationView;
  onChanged: (view: SimulationView) => void;
}

export function ChosenBank({ view, onChanged }: ChosenBankProps) {
  const { dossier, loan } = view;
  return (
    <>
      {view.durations.length > 1 && <Durations durations={view.durations} bank={view.bank_shown} />}
      <InASentence view={view} />
      {(view.offers.length > 0 || view.choice) && <Choice view={view} onChanged={onChanged} />}
      {loan && (
        <details class="more">
          <Summary>{words.detail}</Summary>
          <Loan
            loan={loan}
            resteAVivre={view.reste_a_vivre_after?.text ?? null}
            explain={(figure) => call("explain", { dossier, figure })}
          />
        </details>
      )}
    </>
  );
}

function Durations({ durations, bank }: { durations: readonly DurationTried[]; bank: string }) {
  const hasLeft = durations.some((one) => one.reste_a_vivre !== null);
  return (
    <Sheet title={words.durations} note={bank}>
      <Table
        label={words.durations}
        heads={[
          words.duration,
          ...overFigures([words.perMonth, words.cost, ...(hasLeft ? [words.resteAVivre] : [])]),
        ]}
      >
        {durations.map((one) => (
          <tr key={one.months} class={one.is_kept ? "pick" : undefined}>
            <th scope="row">{one.label}</th>
            <td class="num">{one.instalment.text}</td>
            <td class="num">{one.cost.text}</td>
            {hasLeft && <td class="num">{one.reste_a_vivre?.text}</td>}
          </tr>
        ))}
      </Table>
    </Sheet>
  );
}

/** What is said of the loan, and the papers that say it. */
function InASentence({ view: { dossier, in_a_sentence, loan, lacks, offers } }: { view: SimulationView }) {
  const opening = useLong("open_paper");
  const open = (paper: string) => void opening.run({ paper, dossier });
  useKeys({ "Ctrl+p": () => open("schedule") });
  return (
    <Sheet title={words.inASentence}>
      <div class="body">
        <div role="status">
          {in_a_sentence.length === 0 && lacks ? (
            <p class="soft">{lacks}</p>
          ) : (
            in_a_sentence.map((sentence) => <p key={sentence}>{sentence}</p>)
          )}
        </div>
        {loan && (
          <div class="row">
            <Button
              small
              sign="print"
              shortcut={words.printKey}
              disabled={opening.busy}
              onClick={() => open("schedule")}
            >
              {words.schedulePaper}
            </Button>
            {offers.length > 0 && (
              <Button small sign="print" disabled={opening.busy} onClick={() => open("lender_comparison")}>
                {words.comparisonPaper}
              </Button>
            )}
          </div>
        )}
        {opening.isSlow && (
          <Progress text={words.openingThePaper} step={opening.step} onStop={opening.stop} />
        )}
        <Refused failure={opening.failure} />
      </div>
    </Sheet>
  );
}
