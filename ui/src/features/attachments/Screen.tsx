// The papers as a letter box: at the left what came and what lacks, at the right the scan and what is said of it.

import { useEffect, useRef, useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { DocumentsChecklist, DossierView } from "../../ipc/types.ts";
import { useKeys } from "../../parts/keys.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Arrived, Doorway, useArrivals } from "./Arrivals.tsx";
import { Desk } from "./Desk.tsx";
import { type Item, itemsOf, neighbourOf, nextToSee, shownOf } from "./logic.ts";
import { Mail } from "./Mail.tsx";
import { GOOD, type Placed } from "./Place.tsx";
import * as words from "./words.ts";

export function Attachments({ view }: { view: DossierView }) {
  const dossier = view.id;
  const answer = useAnswer("documents_checklist", { dossier });
  const list = answer.value;
  const noting = useAction(async (name: "request_documents" | "receive_documents") =>
    answer.set(await call(name, { dossier })),
  );
  const arrivals = useArrivals(dossier, async () =>
    answer.set(await call("documents_checklist", { dossier })),
  );
  const items = list ? itemsOf(list) : [];
  const isEmpty = list?.files.attachments.length === 0;
  const chosen = useChosen(items, list, arrivals.came);
  const placing = useAction(async ({ state, reason, ...placed }: Placed) => {
    const next = nextToSee(items, chosen.item);
    const { document, part } = placed;
    await call("change_attachment", { dossier, ...placed });
    const note = { dossier, document, part, state, issued_on: "", valid_until: "", reason };
    answer.set(
      state === GOOD ? await call("documents_checklist", { dossier }) : await call("note_document", note),
    );
    chosen.go(next);
  });
  const placeAsGood = ({ file }: Item) => {
    const to = file?.proposed?.place;
    if (!file || !to) return chosen.enterDesk();
    void placing.run({ attachment: file.id, document: to.document, part: to.part, state: GOOD, reason: "" });
  };
  useKeys({ F8: () => chosen.go(nextToSee(items, chosen.item)) });
  const failure = answer.failure ?? noting.failure ?? placing.failure;
  return (
    <div class="panes box">
      <section class="sheet column" aria-label={words.left} data-region ref={chosen.left}>
        {list && (
          <Mail
            view={list}
            items={items}
            current={chosen.item}
            busy={noting.busy}
            faults={arrivals.faults}
            onAll={(name) => void noting.run(name)}
            onChoose={chosen.choose}
            onPlace={placeAsGood}
            onMove={(key) => chosen.go(neighbourOf(items, chosen.item, key))}
          >
            <Refused failure={failure} />
            <Arrived arrivals={arrivals} />
          </Mail>
        )}
        {!isEmpty && <Doorway arrivals={arrivals} />}
      </section>
      <section class="sheet column" aria-label={words.right} data-region ref={chosen.right}>
        {list && chosen.item && (
          <Desk
            key={chosen.item.key}
            view={list}
            item={chosen.item}
            onChanged={answer.set}
            onReload={answer.reload}
            onCut={() => {
              answer.reload();
              chosen.go(null);
            }}
            door={isEmpty && <Doorway arrivals={arrivals} isLarge />}
            onPlace={(placed) => void placing.run(placed)}
            onNext={() => chosen.go(nextToSee(items, chosen.item))}
          />
        )}
      </section>
    </div>
  );
}

/** The line one is on; what just came is shown first, and who goes on by keys stays in the list. */
function useChosen(items: readonly Item[], list: DocumentsChecklist | null, came: number) {
  const [key, setKey] = useState<string | null>(null);
  const left = useRef<HTMLElement>(null);
  const right = useRef<HTMLElement>(null);
  const [turn, focus] = useState(0);
  const item = shownOf(items, key);
  useEffect(() => {
    if (came === 0 || list === null) return;
    setKey(null);
    focus((last) => last + 1);
  }, [came]);
  useEffect(() => {
    if (turn > 0) left.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
  }, [turn]);
  return {
    item,
    left,
    right,
    choose: (to: Item) => setKey(to.key),
    go: (to: Item | null) => {
      setKey(to?.key ?? null);
      focus((last) => last + 1);
    },
    enterDesk: () => right.current?.querySelector<HTMLElement>("select, input")?.focus(),
  };
}
