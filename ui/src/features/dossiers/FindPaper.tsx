// A paper brought back: what stands at its foot leads to the very one that went out.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { asFailure, call } from "../../ipc/call.ts";
import { useKeptDrawn } from "../../ipc/drawn.ts";
import type { KeptPaper } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { PaperPreview } from "../../parts/PaperPreview.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

export function FindPaper() {
  const [typed, setTyped] = useState("");
  const [seen, see] = useState<number | null>(null);
  const finding = useAction((fingerprint: string) => call("find_paper", { fingerprint }));
  const [found, setFound] = useState<{ papers: KeptPaper[]; sentence: string } | null>(null);
  const names = useNames();
  const shown = found?.papers.find(({ id }) => id === seen);
  const find = async () => {
    see(null);
    const answer = await finding.run(typed);
    setFound(answer ?? null);
    if (answer?.papers.length === 1) see(answer.papers[0]?.id ?? null);
  };
  return (
    <details class="more">
      <Summary>{words.findPaper}</Summary>
      <form
        class="small-gap"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <TextField
          name="fingerprint"
          label={words.fingerprint}
          hint={words.fingerprintHint}
          value={typed}
          onInput={setTyped}
          width="14rem"
          error={finding.failure?.field === "fingerprint" ? finding.failure.message : undefined}
        />
        <Button submit>{words.findIt}</Button>
      </form>
      <p role="status">{found?.sentence}</p>
      {finding.failure && finding.failure.field !== "fingerprint" && <Refused failure={finding.failure} />}
      {found && found.papers.length > 0 && (
        <ul class="stack">
          {found.papers.map((paper) => (
            <li key={paper.id}>
              <a href={`#/dossiers/${paper.dossier}/documents`}>
                {paper.reference}, {names.of(paper.name)}
              </a>{" "}
              {paper.title}, {words.wentOut(paper.on.text, paper.at)}{" "}
              <Button small onClick={() => see(paper.id)}>
                {words.seePaper}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {shown && <Seen key={shown.id} paper={shown} />}
    </details>
  );
}

function Seen({ paper }: { paper: KeptPaper }) {
  const drawn = useKeptDrawn({ dossier: paper.dossier, kept: paper.id });
  return <PaperPreview title={paper.title} drawn={drawn} refusal={asFailure} />;
}
