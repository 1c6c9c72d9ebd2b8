// The same loan for the durations beside: a month, in all, what is left.

import { useAction } from "../../ipc/answers.ts";
import type { DurationTried } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import { Keep } from "./Keep.tsx";
import * as words from "./words.ts";

interface DurationsProps {
  durations: readonly DurationTried[];
  onKeep: (months: number) => Promise<void>;
}

export function Durations({ durations, onKeep }: DurationsProps) {
  const keep = useAction(onKeep);
  const hasLeft = durations.some((one) => one.reste_a_vivre !== null);
  return (
    <Sheet title={words.durations}>
      <Refused failure={keep.failure} />
      <Table
        label={words.durations}
        heads={[
          words.duration,
          ...overFigures([words.perMonth, words.totalCost, ...(hasLeft ? [words.resteWithLoan] : [])]),
          { text: words.choose, isHeard: true },
        ]}
      >
        {durations.map((one) => (
          <tr key={one.months}>
            <th scope="row">{one.label}</th>
            <td class="num">{one.instalment.text}</td>
            <td class="num">{one.cost.text}</td>
            {hasLeft && <td class="num">{one.reste_a_vivre?.text}</td>}
            <td>
              <Keep
                isKept={one.is_kept}
                said={words.keptDuration}
                of={one.label}
                busy={keep.busy}
                onKeep={() => void keep.run(one.months)}
              />
            </td>
          </tr>
        ))}
      </Table>
    </Sheet>
  );
}
