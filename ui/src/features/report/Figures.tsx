import { Fragment } from "preact";
import type { FigureGroup, FigureView } from "../../ipc/types.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import { addressOfNumber } from "./logic.ts";
import * as words from "./words.ts";

interface FiguresProps {
  /** The period and its options, as addresses name them. */
  at: string;
  group: FigureGroup;
}

/** Numbers under one heading: how each is counted, the period before, elsewhere. */
export function Figures({ at, group }: FiguresProps) {
  const isCompared = group.figures.some(({ references }) => references.length > 0);
  return (
    <Sheet title={group.label}>
      <Table
        label={group.label}
        class="dense figures"
        heads={[
          words.figure,
          ...overFigures([words.value, words.before, words.difference]),
          ...(isCompared ? [words.reference] : []),
        ]}
      >
        {group.figures.map((figure) => (
          <Line key={figure.key} at={at} figure={figure} isCompared={isCompared} />
        ))}
      </Table>
      <details class="foot-note more">
        <Summary aria-label={words.howOf(group.label)}>{words.how}</Summary>
        <dl class="told">
          {group.figures.map((figure) => (
            <Fragment key={figure.key}>
              <dt>{figure.label}</dt>
              <dd>
                {figure.definition}
                {figure.references.map((reference) => (
                  <span class="sub" key={reference.label}>
                    {words.elsewhere(reference.label, reference.value, reference.source)}
                  </span>
                ))}
              </dd>
            </Fragment>
          ))}
        </dl>
      </details>
    </Sheet>
  );
}

interface LineProps {
  at: string;
  figure: FigureView;
  /** Whether the table has a column for what is known elsewhere. */
  isCompared: boolean;
}

function Line({ at, figure, isCompared }: LineProps) {
  return (
    <tr>
      <th scope="row">
        {figure.label}
        {figure.reading && <span class="sub">{figure.reading}</span>}
        {figure.working && <span class="sub">{figure.working}</span>}
      </th>
      <td class="num">
        {figure.dossiers > 0 ? (
          <a
            href={`#${addressOfNumber(at, { of: figure.key })}`}
            aria-label={words.open(figure.value, figure.label, figure.dossiers)}
          >
            <b>{figure.value}</b>
          </a>
        ) : (
          <b>{figure.value}</b>
        )}
      </td>
      <td class="num soft">{figure.before}</td>
      <td class="num soft">{figure.difference}</td>
      {isCompared && (
        <td class="soft">
          {figure.references.map((reference) => (
            <span class="block unbroken" key={reference.label}>
              {reference.value}
            </span>
          ))}
        </td>
      )}
    </tr>
  );
}
