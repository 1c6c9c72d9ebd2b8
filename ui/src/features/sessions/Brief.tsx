// The dossier in discussion: what the people in the room need of it, under a band that says whose it is.

import { useAnswer } from "../../ipc/answers.ts";
import type { AgendaRow, SessionBrief } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import * as words from "./words.ts";

interface BriefProps {
  session: number;
  row: AgendaRow;
  count: number;
}

export function Brief({ session, row, count }: BriefProps) {
  const names = useNames();
  const asked = { session, item: row.item, nameless: names.areHidden };
  const { value: brief, failure } = useAnswer("session_brief", asked);
  return (
    <section class="sheet brief" aria-labelledby="whose">
      <header class="band">
        <h2 id="whose" tabIndex={-1}>
          {names.of(row.name)}
        </h2>
        <span>{row.reference}</span>
        <span class="heard" role="status">
          {words.decisionOf(row.reference)}
        </span>
        <span class="place">{words.placeOf(row.place, count)}</span>
      </header>
      <Refused failure={failure} />
      {brief && (
        <div class="body">
          {brief.situation.length > 0 && <p>{brief.situation.join(" ")}</p>}
          <dl class="key-figures">
            {brief.figures.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <h3>{words.project}</h3>
          <p>{brief.story.join(" ") || row.project}</p>
          <div class="duo">
            <Lines
              title={row.matter === "refund" ? words.instalments : words.financing}
              lines={brief.parts}
            />
            <Lines title={row.matter === "refund" ? words.loan : words.month} lines={brief.month} />
          </div>
          {brief.watched.length > 0 && (
            <>
              <h3>{words.watched}</h3>
              {brief.watched.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </>
          )}
          <h3>{words.opinionOf}</h3>
          <p>
            {brief.opinion && <b>{words.capital(brief.opinion)}. </b>}
            {brief.reasoned.join(" ") || words.noOpinion}
          </p>
          <p class="small-gap">
            <a href={`#/dossiers/${row.dossier}/decisions`}>{words.open}</a>
          </p>
        </div>
      )}
    </section>
  );
}

function Lines({ title, lines }: { title: string; lines: SessionBrief["parts"] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <dl class="lines">
        {lines.map(({ label, value }, at) => (
          <div key={label} class={at === lines.length - 1 ? "sum" : undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
