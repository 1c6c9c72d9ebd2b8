// What never scrolls away, on two lines: who, then the tabs and the figures.

import { useEffect, useState } from "preact/hooks";
import { onNews } from "../../ipc/news.ts";
import { addressOfRoom } from "../../ipc/rooms.ts";
import type { DossierView, Room } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { clockText } from "../../parts/moment.ts";
import { useNames } from "../../parts/names.ts";
import { useIsAllSaved } from "../../parts/unsaved.ts";
import { markOf, roomTitle, type Tab, tabOf } from "./logic.ts";
import { PrintMenu } from "./PrintMenu.tsx";
import * as words from "./words.ts";

interface HeadProps {
  view: DossierView;
  tabs: readonly Tab[];
  current: Room["key"];
  onNote: () => void;
}

export function DossierHead({ view, tabs, current, onNote }: HeadProps) {
  const names = useNames();
  const isOverview = current === "overview";
  return (
    <section class="dossier-head" aria-label={words.head} data-region>
      <div class="head-who">
        <h1 tabIndex={-1} title={names.of(view.name)}>
          {names.of(view.name)}
        </h1>
        <span class="soft">{view.reference}</span>
        <span class="soft context" title={view.context}>
          {view.context}
        </span>
        <div class="actions">
          <Saved />
          {!isOverview && (
            <Button small shortcut={words.noteKey} onClick={onNote}>
              {words.noteExchange}
            </Button>
          )}
          <PrintMenu dossier={view.id} current={current} />
        </div>
      </div>
      <div class="head-where">
        <nav class="rooms" aria-label={words.rooms}>
          {tabs.map((tab) => (
            <a
              key={tab.title}
              href={`#${addressOfRoom(view.id, tab.rooms[0])}`}
              aria-current={tab.rooms.includes(current) ? "page" : undefined}
            >
              {tab.title} <Mark tab={tab} view={view} />
            </a>
          ))}
        </nav>
        {!isOverview && <Figures view={view} />}
      </div>
    </section>
  );
}

/** The rooms of the tab shown, under one switch at the head of the page. */
export function Views({ view, current }: Pick<HeadProps, "view" | "current">) {
  const tab = tabOf(current);
  if (!tab || current === "overview" || tab.rooms.length < 2) return null;
  const hasTogether = current === "budget" || current === "simulation";
  return (
    <div class="views">
      <nav class="segments" aria-label={words.views(tab.title)}>
        {tab.rooms.map((key) => (
          <a
            key={key}
            href={`#${addressOfRoom(view.id, key)}`}
            aria-current={key === current ? "true" : undefined}
          >
            {words.viewNames[key] ?? roomTitle(view, key)}
          </a>
        ))}
      </nav>
      {hasTogether && (
        <a class="button quiet small" href={`#${addressOfRoom(view.id, "together")}`}>
          {words.together}
        </a>
      )}
    </div>
  );
}

/** What is owed past its day, a check once nothing is missing, else how much is done where it is counted. */
function Mark({ tab, view }: { tab: Tab; view: DossierView }) {
  const { isLate, isComplete, count } = markOf(tab, view.rooms);
  if (isLate) return <Icon name="late" label={words.late} />;
  if (isComplete) return <Icon name="check" label={words.complete} />;
  return count ? <span class="tail">{count}</span> : null;
}

/** The loan and its instalment once they can be worked out, until then the amount wished for; what is left to live on. */
function Figures({ view }: { view: DossierView }) {
  return (
    <dl class="head-figures">
      {view.loan && (
        <>
          <div>
            <dt class="heard">{words.loan}</dt>
            <dd>{view.loan.sentence}</dd>
          </div>
          <div>
            <dt class="heard">{words.instalment}</dt>
            <dd>{words.aMonth(view.loan.instalment.text)}</dd>
          </div>
        </>
      )}
      {!view.loan && view.amount && (
        <div>
          <dt>{words.amount}</dt> <dd>{view.amount.text}</dd>
        </div>
      )}
      {view.reste_a_vivre && (
        <div>
          <dt>{words.resteAVivre}</dt>{" "}
          <dd>
            {view.reste_a_vivre.text}
            {view.loan?.reste_a_vivre_after && (
              <>
                {" "}
                <Icon name="arrow" label={words.afterwards} /> {view.loan.reste_a_vivre_after.text}
              </>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** When the last action of this sitting was written on the disk; nothing while something is not. */
function Saved() {
  const [at, setAt] = useState<Date | null>(null);
  useEffect(() => onNews((news) => news.told === "changed" && setAt(new Date())), []);
  const isAllSaved = useIsAllSaved();
  if (!at || !isAllSaved) return null;
  return (
    <span class="saved">
      <Icon name="check" /> {words.savedAt(clockText(at))}
    </span>
  );
}
