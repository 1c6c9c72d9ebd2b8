// The contract's figures, each with where it comes from, and the versions since.

import type { LoanStanding } from "../../ipc/types.ts";
import { Explain } from "../../parts/Explained.tsx";
import { Scroll, Sheet } from "../../parts/Sheet.tsx";
import * as words from "./words.ts";

export function Contract({ standing }: { standing: LoanStanding }) {
  return (
    <Sheet title={words.contract} note={standing.signed}>
      <Scroll label={words.contractTable}>
        <table class="dense versions">
          <caption class="heard">{words.contractTable}</caption>
          <tbody>
            {standing.figures.map(({ label, value, explained, differs }) => (
              <tr key={label} class={differs ? "hit" : undefined}>
                <th scope="row">{label}</th>
                <td class="num">
                  {differs ? <b>{value}</b> : value}{" "}
                  {explained && <Explain of={label} ask={() => Promise.resolve(explained)} />}
                </td>
              </tr>
            ))}
            {standing.differences.map((one) => (
              <tr key={`stated ${one.label}`} class="hit">
                <th scope="row">{words.statedOtherwise(one.label)}</th>
                <td class="num">
                  <b>{one.stated}</b>{" "}
                  {one.explained && (
                    <Explain
                      of={words.gapOf(one.label)}
                      ask={() => Promise.resolve(one.explained as NonNullable<typeof one.explained>)}
                    />
                  )}
                  <span class="small soft block">{one.reckoned}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <div class="body">
        {standing.differences.map((one) => (one.question ? <p key={one.label}>{one.question}</p> : null))}
        {standing.conditions.map((condition) => (
          <p key={condition} class="soft small">
            {condition}
          </p>
        ))}
        <p class="rule-source">{words.rules}</p>
      </div>
    </Sheet>
  );
}

/** The contract and every change in force; nothing while there is only one. */
export function Versions({ standing }: { standing: LoanStanding }) {
  if (standing.versions.length < 2) return null;
  return (
    <Sheet title={words.versions}>
      <div class="body">
        {standing.versions.map((version) => (
          <p key={version.number}>
            <b>{version.title}</b>
            {version.cost && (
              <>
                {" "}
                <span class="num">{version.cost.text}</span>{" "}
              </>
            )}
            {version.explained && <ExplainVersion title={version.title} figure={version.explained} />}
            <span class="small soft block">
              {version.agreed} {version.note && words.note(version.note)}
            </span>
          </p>
        ))}
      </div>
    </Sheet>
  );
}

function ExplainVersion({
  title,
  figure,
}: {
  title: string;
  figure: NonNullable<LoanStanding["versions"][number]["explained"]>;
}) {
  return <Explain of={words.costOf(title)} ask={() => Promise.resolve(figure)} />;
}
