// The dossier in discussion: what the people in the room need of it, on one sheet.

import { useId } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import type { AgendaRow } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import * as words from "./words.ts";

export function Brief({ row }: { row: AgendaRow }) {
  const id = useId();
  const names = useNames();
  const { value: dossier, failure } = useAnswer("dossier", { dossier: row.dossier });
  const { value: assessment } = useAnswer("assessment", { dossier: row.dossier });
  if (!dossier) return <Refused failure={failure} />;
  const { loan, reste_a_vivre: left } = dossier;
  const opinion = assessment?.fields;
  return (
    <section class="sheet one" aria-labelledby={id}>
      <h2 id={id}>{words.one(row.reference, names.of(row.name))}</h2>
      <dl class="key-figures">
        <Figure label={words.loan} value={loan?.sentence ?? row.amount?.text} />
        <Figure label={words.instalment} value={loan?.instalment.text} />
        <Figure label={words.resteAVivre} value={left?.text} />
        <Figure label={words.resteWithLoan} value={loan?.reste_a_vivre_after?.text} />
      </dl>
      <h3>{words.project}</h3>
      <p>{row.project}</p>
      <h3>{words.opinionOf}</h3>
      <p>{opinion?.reasoned || words.noOpinion}</p>
      {opinion?.reservation && <p>{opinion.reservation}</p>}
      <p class="small-gap">
        <a href={`#/dossiers/${row.dossier}/decisions`}>{words.open}</a>
      </p>
    </section>
  );
}

function Figure({ label, value }: { label: string; value: string | undefined }) {
  if (!value) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
