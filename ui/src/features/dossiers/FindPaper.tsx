// A paper brought back: what stands at its foot leads to the very one that went out.

import { useState } from "preact/hooks";
import { asFailure, call } from "../../ipc/call.ts";
import { useKeptDrawn } from "../../ipc/drawn.ts";
import { useForm } from "../../ipc/form.ts";
import type { KeptPaper } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { useNames } from "../../parts/names.ts";
import { PaperPreview } from "../../parts/PaperPreview.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

export function FindPaper() {
  const [seen, see] = useState<number | null>(null);
  const [found, setFound] = useState<{ papers: KeptPaper[]; sentence: string } | null>(null);
  const form = useForm({
    name: "find_paper",
    recorded: { fingerprint: "" },
    isQuestion: true,
    send: async ({ fingerprint }) => {
      see(null);
      setFound(null);
      const answer = await call("find_paper", { fingerprint });
      setFound(answer);
      if (answer.papers.length === 1) see(answer.papers[0]?.id ?? null);
    },
  });
  const names = useNames();
  const shown = found?.papers.find(({ id }) => id === seen);
  return (
    <details class="more">
      <Summary>{words.findPaper}</Summary>
      <Form form={form} class="small-gap">
        <TextField
          label={words.fingerprint}
          hint={words.fingerprintHint}
          width="14rem"
          {...form.tie("fingerprint")}
        />
        <Button submit>{words.findIt}</Button>
      </Form>
      <p role="status">{found?.sentence}</p>
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
