import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import type { DossierView } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Add } from "./Add.tsx";
import { FileTable } from "./FileTable.tsx";
import { lastKept, shownOf } from "./logic.ts";
import { Shown } from "./Shown.tsx";

const never = () => false;

export function Attachments({ view }: { view: DossierView }) {
  const answer = useAnswer("attachments", { dossier: view.id });
  const documents = useAnswer("choices", {}, never).value?.documents ?? [];
  const [chosen, choose] = useState<number | null>(null);
  const files = answer.value?.attachments ?? [];
  const shown = shownOf(files, chosen);
  return (
    <div class="cols pieces">
      <div class="stack">
        <Refused failure={answer.failure} />
        {answer.value && <FileTable view={answer.value} current={shown?.id ?? null} onChoose={choose} />}
        <Add
          dossier={view.id}
          documents={documents}
          onAdded={(attached) => {
            answer.set(attached.view);
            choose(lastKept(attached) ?? chosen);
          }}
        />
      </div>
      {shown && (
        <Shown key={shown.id} dossier={view.id} file={shown} documents={documents} onChanged={answer.set} />
      )}
    </div>
  );
}
