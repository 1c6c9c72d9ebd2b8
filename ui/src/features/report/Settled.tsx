import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { ReportView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import { daysOf } from "./logic.ts";
import * as words from "./words.ts";

interface SettledProps {
  view: ReportView;
  onSettled: (view: ReportView) => void;
}

/** The bilan as it was settled, and what was corrected since; a period that is over may be settled. */
export function Settled({ view, onSettled }: SettledProps) {
  const settling = useAction(async () => onSettled(await call("settle_report", daysOf(view.period.key))));
  const { settled } = view;
  if (view.choices.narrowed_label || !(settled || view.is_over)) return null;
  const mayAgain = settled === null || settled.differences.length > 0;
  const act = mayAgain && view.is_over && (
    <Button small disabled={settling.busy} onClick={() => void settling.run()}>
      {settled ? words.settleAgain : words.settle}
    </Button>
  );
  return (
    <>
      <Refused failure={settling.failure} />
      <Notice tone={settled ? "ok" : "info"} actions={act}>
        {settled ? settled.sentence : words.settleHint}
        {settled && settled.differences.length > 0 && <Differences settled={settled} />}
      </Notice>
    </>
  );
}

function Differences({ settled }: { settled: NonNullable<ReportView["settled"]> }) {
  return (
    <details>
      <Summary>{words.changed}</Summary>
      <Table label={words.changed} heads={[words.figure, ...overFigures([words.was, words.is])]}>
        {settled.differences.map((one) => (
          <tr key={one.label}>
            <th scope="row">{one.label}</th>
            <td class="num">{one.was}</td>
            <td class="num">{one.is}</td>
          </tr>
        ))}
      </Table>
    </details>
  );
}
