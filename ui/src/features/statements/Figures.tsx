// The figures of the accounts: each opens the operations behind it; the balance of each day is drawn above them.

import type { BalanceCurve, SeenOperation, StatementFigure } from "../../ipc/types.ts";
import { useNames } from "../../parts/names.ts";
import { Summary } from "../../parts/Summary.tsx";
import * as words from "./words.ts";

export function Figures({ figures }: { figures: readonly StatementFigure[] }) {
  return (
    <ul class="read-figures body">
      {figures.map((figure) => (
        <li key={figure.label}>
          {figure.operations.length === 0 ? (
            <FigureLine figure={figure} />
          ) : (
            <details>
              <Summary>
                <FigureLine figure={figure} />
              </Summary>
              <Operations operations={figure.operations} />
            </details>
          )}
          {figure.note && <p class="small">{figure.note}</p>}
        </li>
      ))}
    </ul>
  );
}

function FigureLine({ figure }: { figure: StatementFigure }) {
  return (
    <span class="figure">
      <span>{figure.label}</span> <b class={figure.is_bad ? "late" : undefined}>{figure.value}</b>
    </span>
  );
}

/** Operations as the bank printed them; their labels are hidden with the names. */
export function Operations({ operations }: { operations: readonly SeenOperation[] }) {
  const { areHidden } = useNames();
  return (
    <ul class="operations">
      {operations.map(({ day, label, amount }, at) => (
        <li key={`${day} ${at}`}>
          <span>{day}</span> <span>{areHidden ? words.hidden : label}</span> <span class="num">{amount}</span>
        </li>
      ))}
    </ul>
  );
}

export function Curve({ curve }: { curve: BalanceCurve }) {
  return (
    <svg
      class="balances"
      viewBox={`0 0 ${curve.width} 46`}
      preserveAspectRatio="none"
      role="img"
      aria-label={curve.label}
    >
      <line x1="0" x2={curve.width} y1={curve.zero} y2={curve.zero} />
      <polyline points={curve.points} />
    </svg>
  );
}
