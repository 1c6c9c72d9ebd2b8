import { useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { DossierView } from "../../ipc/types.ts";
import { useKeys } from "../../parts/keys.ts";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { Add } from "./Add.tsx";
import { Checklist } from "./Checklist.tsx";
import { FileTable } from "./FileTable.tsx";
import { LineSheet } from "./LineSheet.tsx";
import { lastKept, lineKey, linesOf, nextCalling, placesOf, shownOf } from "./logic.ts";
import { Shown } from "./Shown.tsx";

export function Attachments({ view }: { view: DossierView }) {
  const dossier = view.id;
  const names = useNames();
  const answer = useAnswer("documents_checklist", { dossier });
  const [chosen, choose] = useState<number | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const list = answer.value;
  const shown = shownOf(list?.files.attachments ?? [], chosen);
  const lines = list ? linesOf(list) : [];
  const line = lines.find((one) => lineKey(one) === at) ?? null;
  const again = useAction(async () => answer.set(await call("documents_checklist", { dossier })));
  const noting = useAction(async (name: "request_documents" | "receive_documents") =>
    answer.set(await call(name, { dossier })),
  );
  const goNext = () => {
    const next = nextCalling(lines, at);
    if (next) setAt(lineKey(next));
  };
  useKeys({ F8: goNext });
  return (
    <div class="columns pieces">
      <div class="stack">
        <Refused failure={answer.failure ?? noting.failure ?? again.failure} />
        {list && (
          <Checklist
            view={list}
            current={at}
            busy={noting.busy}
            onChoose={(one) => {
              setAt(lineKey(one));
              choose(one.files.at(-1)?.id ?? chosen);
            }}
            onAll={(name) => void noting.run(name)}
          />
        )}
        {list && <FileTable view={list.files} current={shown?.id ?? null} onChoose={choose} />}
      </div>
      <div class="stack stick pane">
        {list && line && (
          <LineSheet
            key={at}
            view={list}
            line={line}
            onChanged={answer.set}
            onAnswered={() => void again.run()}
            onShow={choose}
            onNext={goNext}
          />
        )}
        <Add
          dossier={dossier}
          places={list ? placesOf(list.files, null, names.of) : []}
          line={line}
          onAdded={(attached) => {
            choose(lastKept(attached) ?? chosen);
            void again.run();
          }}
        />
        {list && shown && (
          <Shown
            key={shown.id}
            dossier={dossier}
            file={shown}
            view={list.files}
            onChanged={() => void again.run()}
          />
        )}
      </div>
    </div>
  );
}
