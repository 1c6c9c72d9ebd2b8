// The budget month by month while the loan runs: a small drawing, what it says
// in words, and the table it is drawn from, folded.

import { call } from "../../ipc/call.ts";
import type { BudgetProjection } from "../../ipc/types.ts";
import { Explain } from "../../parts/Explained.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import { Why } from "../../parts/Working.tsx";
import * as words from "./words.ts";

export function Projection({ dossier, projection }: { dossier: number; projection: BudgetProjection }) {
  const said = [...projection.turns, projection.share, projection.advice, projection.relief].filter(Boolean);
  return (
    <div class="body">
      <p>
        <b>
          <Explain
            of={words.lowest}
            after={projection.lowest}
            ask={() => call("explain", { dossier, figure: "lowest_month" })}
          />
        </b>
      </p>
      <Curve projection={projection} />
      {said.map((sentence) => (
        <p key={sentence} class="soft">
          {sentence}
        </p>
      ))}
      <Why figure={<span>{words.eachMonth}</span>}>
        <MonthTable projection={projection} />
      </Why>
    </div>
  );
}

/** One bar a month, the lowest darker, the threshold as a line across. */
function Curve({ projection }: { projection: BudgetProjection }) {
  const { months, threshold, threshold_height } = projection;
  return (
    <figure class="curve">
      <svg viewBox={`0 0 ${months.length} 100`} preserveAspectRatio="none" aria-hidden="true">
        {months.map((month, at) => (
          <rect
            key={month.label}
            class={month.lowest ? "lowest" : undefined}
            x={at + 0.1}
            width="0.8"
            y={100 - month.height}
            height={month.height}
          />
        ))}
        {threshold && (
          <line x1="0" x2={months.length} y1={100 - threshold_height} y2={100 - threshold_height} />
        )}
      </svg>
      <figcaption class="rule-source">
        {words.curve(months[0]?.label ?? "", months.at(-1)?.label ?? "")}
        {threshold && ` ${words.curveThreshold(threshold.text)}`}
      </figcaption>
    </figure>
  );
}

function MonthTable({ projection }: { projection: BudgetProjection }) {
  const { month, ...amounts } = words.monthColumns;
  return (
    <Table label={words.months} heads={[month, ...overFigures(Object.values(amounts))]}>
      {projection.months.map((one) => (
        <tr key={one.label} class={one.lowest ? "sum" : undefined}>
          <th scope="row">{one.label}</th>
          <td class="num">{one.income}</td>
          <td class="num">{one.expenses}</td>
          <td class="num">{one.debts}</td>
          <td class="num">{one.loan}</td>
          <td class="num">{one.left}</td>
          <td class="num">{one.reste_a_vivre.text}</td>
        </tr>
      ))}
    </Table>
  );
}
