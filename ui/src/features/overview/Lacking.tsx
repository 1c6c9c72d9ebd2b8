// What lacks for the moment, by deadline, each line leading to its field; what is there, folded to a count.

import { Fragment } from "preact";
import type { OverviewLine, Overview as Page } from "../../ipc/types.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { Go } from "./Go.tsx";
import { isQuiet, lookOf, signOfLine } from "./logic.ts";
import * as words from "./words.ts";

interface LackingProps {
  dossier: number;
  page: Page;
  /** A text without the name while names are hidden. */
  plain: (text: string) => string;
}

export function Lacking({ dossier, page, plain }: LackingProps) {
  const isEmpty = page.lines.length === 0;
  if (isEmpty && !page.open) return null;
  const nothing = page.done.length > 0 ? words.nothingLacks : words.nothingWaits;
  const isToCome = page.done.length === 0 && page.lines.every(({ pressing }) => isQuiet(pressing));
  return (
    <Sheet title={isToCome && !isEmpty ? words.coming : words.whatIsMissing} note={page.note || undefined}>
      {isEmpty && (
        <p class="body">
          <State meaning="ok">{nothing}</State>
        </p>
      )}
      {!isEmpty && (
        <ul class="need">
          {page.lines.map((line, at) => (
            <Fragment key={line.key}>
              {line.group && line.group !== page.lines[at - 1]?.group && <li class="group">{line.group}</li>}
              <Line dossier={dossier} line={line} plain={plain} />
            </Fragment>
          ))}
        </ul>
      )}
      <Done dossier={dossier} page={page} />
    </Sheet>
  );
}

function Line({
  dossier,
  line,
  plain,
}: {
  dossier: number;
  line: OverviewLine;
  plain: LackingProps["plain"];
}) {
  const voice = words.pressing[line.pressing];
  return (
    <li class={lookOf(line.pressing)}>
      <Go dossier={dossier} way={line.way} class="go">
        <span class={`sign ${line.pressing}`}>
          <Icon name={signOfLine(line)} {...(voice && { label: voice })} />
        </span>{" "}
        <span>
          <span class="label">{plain(line.label)}</span>
          {line.note && <span class="detail"> {plain(line.note)}</span>}
        </span>{" "}
        <span class="by">{line.by}</span>
      </Go>
    </li>
  );
}

/** Shown whole before a sending, as its recapitulation; folded at any other moment. */
function Done({ dossier, page }: { dossier: number; page: Page }) {
  if (page.done.length === 0) return null;
  const list = (
    <ul class="did">
      {page.done.map(({ label, way }) => (
        <li key={label}>
          <Icon name="check" label={words.stepDone} />
          <Go dossier={dossier} way={way}>
            {label}
          </Go>
        </li>
      ))}
    </ul>
  );
  if (page.recapitulated) {
    return (
      <>
        <p class="counted">{words.done(page.done_count)}</p>
        {list}
      </>
    );
  }
  return (
    <details class="fold">
      <Summary>{words.done(page.done_count)}</Summary>
      {list}
    </details>
  );
}
