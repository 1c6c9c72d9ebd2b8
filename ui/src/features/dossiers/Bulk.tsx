// The same paper of several dossiers, in one file.

import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { usePaper } from "../../ipc/paper_out.ts";
import type { OnePaper } from "../../ipc/types.ts";
import { PaperOutSheet, PaperPreview, Unprintable } from "../../parts/PaperPreview.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { papersOfDossiers } from "./logic.ts";
import * as words from "./words.ts";

interface BulkProps {
  /** The dossiers chosen, in the order of the list. */
  dossiers: readonly number[];
}

export function Bulk({ dossiers }: BulkProps) {
  const register = useAnswer("paper_register", {});
  const options = papersOfDossiers(register.value?.papers ?? []);
  const [paper, choose] = useState("");
  const title = options.find(({ key }) => key === paper)?.label ?? "";
  return (
    <div class="stack stick top">
      <Sheet title={words.bulk}>
        <div class="body">
          <Select
            name="paper"
            label={words.bulkPaper}
            hint={words.bulkChosen(dossiers.length)}
            live
            options={options}
            blank={words.bulkNone}
            value={paper}
            onInput={choose}
          />
        </div>
      </Sheet>
      {paper !== "" && dossiers.length > 0 && (
        <Drawn key={paper} title={title} of={{ paper, dossiers: [...dossiers] }} />
      )}
    </div>
  );
}

function Drawn({ title, of }: { title: string; of: OnePaper }) {
  const { drawn, out, refusal } = usePaper(of);
  const missing = drawn.paper?.missing ?? [];
  return (
    <>
      <PaperOutSheet paper={drawn.paper} out={out} />
      {missing.length > 0 && (
        <Sheet title={words.whatIsMissing}>
          <div class="body">
            <ul class="missing">
              {missing.map(({ what }) => (
                <li key={what}>{what}</li>
              ))}
            </ul>
          </div>
        </Sheet>
      )}
      <Unprintable characters={drawn.paper?.unprintable ?? []} />
      <PaperPreview title={title} drawn={drawn} refusal={refusal} />
    </>
  );
}
