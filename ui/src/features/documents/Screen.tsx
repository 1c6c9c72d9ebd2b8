import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { useKeptPaper, usePaper } from "../../ipc/paper_out.ts";
import { addressOfRoom } from "../../ipc/rooms.ts";
import type { DossierView, KeptPaper, Missing as MissingView, OnePaper, PaperCard } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Refused } from "../../parts/Notice.tsx";
import { PaperSeen, Remarks } from "../../parts/PaperPreview.tsx";
import { paperFor, usePlace } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextArea } from "../../parts/TextArea.tsx";
import { KeptList } from "./KeptList.tsx";
import { isInSettings, roomsToComplete } from "./logic.ts";
import { Mail } from "./Mail.tsx";
import { PaperList } from "./PaperList.tsx";
import * as words from "./words.ts";

export function Documents({ view }: { view: DossierView }) {
  const papers = useAnswer("papers", { dossier: view.id });
  const went = useAnswer("kept_papers", { dossier: view.id });
  const place = usePlace();
  const [chosen, choose] = useState<string | number | null>(null);
  const [printed, print] = useState<string | null>(null);
  // One may come for a paper, from here too: its key is the word.
  useLayoutEffect(() => {
    const word = place.word();
    if (word === undefined) return;
    const { paper, isPrinted } = paperFor(word);
    choose(paper);
    print(isPrinted ? paper : null);
  }, [place]);
  const cards = papers.value?.papers ?? [];
  const kept = went.value?.papers.find(({ id }) => id === chosen);
  const card = kept ? undefined : (cards.find(({ key }) => key === chosen) ?? cards[0]);

  return (
    <div class="three-columns">
      <div class="stack">
        <PaperList cards={cards} current={card?.key ?? null} onChoose={choose} />
        {went.value && <KeptList papers={went.value.papers} current={kept?.id ?? null} onChoose={choose} />}
      </div>
      {kept && <Kept key={kept.id} paper={kept} />}
      {card?.ready && (
        <Paper
          key={card.key}
          view={view}
          card={card}
          isPrinted={printed === card.key}
          onPrinted={() => print(null)}
        />
      )}
      {card && !card.ready && <Waiting dossier={view.id} card={card} />}
      {papers.value && !card && !kept && <Empty title={words.empty} text={words.emptyText} />}
      <Refused failure={papers.failure ?? went.failure} />
    </div>
  );
}

interface PaperProps {
  view: DossierView;
  card: PaperCard;
  /** Whether it prints as soon as it is drawn. */
  isPrinted: boolean;
  onPrinted: () => void;
}

function Paper({ view, card, isPrinted, onPrinted }: PaperProps) {
  const [isLight, setLight] = useState(false);
  const [added, setAdded] = useState("");
  const own = added.trim() === "" ? {} : { words: added };
  const whole: OnePaper = { paper: card.key, dossier: view.id, ...own };
  const of: OnePaper = isLight ? { ...whole, for_email: true } : whole;
  const seen = usePaper(of);
  const { paper } = seen.drawn;
  const { print } = seen.out;
  useEffect(() => {
    if (!paper || !isPrinted) return;
    onPrinted();
    print?.(paper.pages.length);
  }, [paper, isPrinted]);
  const hasScans = paper?.is_archival === false;
  const light = hasScans ? { isLight, put: setLight } : undefined;
  return (
    <PaperSeen title={card.title} paper={seen} light={light}>
      {card.is_letter && <OwnWords onAdded={setAdded} />}
      <Mail of={whole} dossier={view.id} />
      <Remarks remarks={paper?.remarks ?? []} />
      <Missing view={view} missing={paper?.missing ?? card.missing} />
    </PaperSeen>
  );
}

/** A sentence of this letter alone: the text of the settings stays as it is. */
function OwnWords({ onAdded }: { onAdded: (words: string) => void }) {
  const [typed, setTyped] = useState("");
  return (
    <Sheet title={words.ownWords} note={words.ownWordsNote}>
      <div class="body">
        <TextArea
          label={words.ownWordsLabel}
          name="words"
          optional
          value={typed}
          onInput={setTyped}
          onLeave={() => onAdded(typed)}
        />
      </div>
    </Sheet>
  );
}

/** A paper as it left. */
function Kept({ paper }: { paper: KeptPaper }) {
  const seen = useKeptPaper({ dossier: paper.dossier, kept: paper.id });
  return (
    <PaperSeen title={paper.title} paper={seen}>
      <p class="rule-source">{words.keptAsItWas}</p>
    </PaperSeen>
  );
}

/** A paper that has nothing to say yet: what it waits for, and the way there. */
function Waiting({ dossier, card }: { dossier: number; card: PaperCard }) {
  const { say } = usePlace();
  const waits = card.waits?.sentence ?? card.state;
  useKeys({ "Ctrl+p": () => say(waits) });
  return (
    <>
      <section class="preview" aria-label={words.preview(card.title)}>
        <Empty title={card.title} text={waits}>
          {card.waits && <a href={`#${addressOfRoom(dossier, card.waits.room)}`}>{words.toRoom}</a>}
        </Empty>
      </section>
      <Sheet title={words.out}>
        <div class="body">
          <div class="row">
            <Button look="main" sign="print" shortcut={words.printKey} describedBy="waits" disabled>
              {words.printPaper}
            </Button>
            <Button sign="paper" describedBy="waits" disabled>
              {words.savePaper}
            </Button>
          </div>
          <p class="rule-source" id="waits">
            {waits}
          </p>
        </div>
      </Sheet>
    </>
  );
}

function Missing({ view, missing }: { view: DossierView; missing: readonly MissingView[] }) {
  if (missing.length === 0) return null;
  const rooms = roomsToComplete(view.id, view.rooms, missing);
  return (
    <Sheet title={words.beforePrinting} note={words.missingNote}>
      <div class="body">
        <ul class="missing">
          {missing.map(({ what }) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
        {isInSettings(missing) && (
          <p>
            {words.inSettings} <a href="#/reglages">{words.settings}</a>
          </p>
        )}
        {rooms.length > 0 && (
          <p>
            {words.complete}{" "}
            {rooms.map(({ key, title, href }, at) => (
              <span key={key}>
                {at > 0 && " · "}
                <a href={href}>{title}</a>
              </span>
            ))}
          </p>
        )}
      </div>
    </Sheet>
  );
}
