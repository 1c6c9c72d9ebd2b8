// The register of testimonies: sentences people agreed to see quoted without their name, and the papers that quote them.

import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { TestimonyRow } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import * as words from "./words.ts";

export function Testimonies() {
  const { value: view, failure, set } = useAnswer("testimonies", {});
  const choose = useAction(async (paper: string, { dossier, moment, question, papers }: TestimonyRow) => {
    const testimony = { dossier, moment, question };
    set(await call("set_quoted", { paper, testimony, quoted: !papers.includes(paper) }));
  });
  const withdraw = useAction(async ({ dossier, moment, question }: TestimonyRow) =>
    set(await call("withdraw_testimony", { dossier, moment, question })),
  );
  if (!view) return <Refused failure={failure} />;
  return (
    <Sheet title={words.testimonies} note={words.testimoniesNote}>
      <Refused failure={choose.failure ?? withdraw.failure} />
      {view.rows.length === 0 ? (
        <p class="body soft">{words.noTestimony}</p>
      ) : (
        <ul class="versions">
          {view.rows.map((row) => (
            <li key={`${row.dossier} ${row.moment} ${row.question}`}>
              <b>{words.saidSo(row.text)}</b>
              <span class="sub">
                {row.identifies ? words.identifies(row.identifies) : row.given}{" "}
                <a href={`#/dossiers/${row.dossier}`}>{row.reference}</a>
              </span>
              <span class="row">
                {row.identifies === "" &&
                  words.quotingPapers.map(({ key, label }) => (
                    <button
                      key={key}
                      type="button"
                      class="button small"
                      aria-pressed={row.papers.includes(key)}
                      disabled={choose.busy}
                      onClick={() => void choose.run(key, row)}
                    >
                      {label}
                    </button>
                  ))}
                <Button small look="quiet" disabled={withdraw.busy} onClick={() => void withdraw.run(row)}>
                  {words.withdrawTestimony}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
