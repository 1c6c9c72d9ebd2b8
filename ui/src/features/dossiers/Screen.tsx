import { useEffect, useRef, useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import type { DossierList } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { momentText } from "../../parts/moment.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { mayBeName, useNames } from "../../parts/names.ts";
import { useArrival, usePlace, useTitle } from "../../parts/place.ts";
import { Bulk } from "./Bulk.tsx";
import { FindPaper } from "./FindPaper.tsx";
import { addressOfDraft, hasMore, ticked, whyEmpty } from "./logic.ts";
import { DossierTable } from "./Table.tsx";
import { type Shown, useDossiers } from "./useDossiers.ts";
import * as words from "./words.ts";

export function Dossiers({ title }: { title: string }) {
  const { list, search, phase, failure, lookFor, filter, more } = useDossiers();
  const place = usePlace();
  const box = useRef<HTMLInputElement>(null);
  const [chosen, choose] = useState<Chosen | null>(null);
  useTitle(words.windowTitle);
  useWayBack(list !== null, box);

  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p role="status">{list?.sentence}</p>
        </div>
        {list && whyEmpty(list, phase) !== "no_dossier" && (
          <div class="actions">
            <Button sign="print" onClick={() => choose(chosen ? null : new Set())}>
              {chosen ? words.bulkClose : words.bulkOpen}
            </Button>{" "}
            <a class="button" href="#/reglages/registre">
              {words.takeRegister}
            </a>{" "}
            <a class="button main" href="#/demande">
              <Icon name="plus" /> {words.newRequest} <kbd class="shortcut">{words.newRequestKey}</kbd>
            </a>
          </div>
        )}
      </div>
      <Unfinished />
      <search aria-label={words.searchLabel}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            document.querySelector<HTMLElement>("a.who")?.focus();
          }}
        >
          <div class="field find-line">
            <label for="find">{words.search}</label>
            <input
              id="find"
              type="search"
              ref={box}
              value={search}
              autoComplete="off"
              spellcheck={false}
              aria-describedby="find-hint"
              onInput={(event) => lookFor(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === "Escape" && search !== "") lookFor("");
                else if (event.key === "ArrowDown") document.querySelector<HTMLElement>("a.who")?.focus();
                else return;
                event.preventDefault();
              }}
            />
            <p class="hint" id="find-hint">
              {words.searchHint}
            </p>
          </div>
          <fieldset class="pills">
            <legend class="heard">{words.filters}</legend>
            {PHASES.map((one) => (
              <button
                key={one ?? "all"}
                type="button"
                class="pill"
                aria-pressed={phase === one}
                onClick={() => filter(one)}
              >
                {one === null ? words.all : words.phases[one]}
              </button>
            ))}
          </fieldset>
        </form>
      </search>
      <FindPaper />
      <Refused failure={failure} />
      {list && (
        <Found
          list={list}
          phase={phase}
          chosen={chosen}
          onChoose={choose}
          onMore={more}
          onAll={() => (phase === null ? lookFor("") : filter(null))}
          onLeave={place.keep}
          onRequest={(name) => place.go("/demande", name)}
        />
      )}
    </>
  );
}

const PHASES: readonly Shown[] = [null, "assessing", "with_lender", "running", "closed", "archived"];

/** The dossiers ticked. */
type Chosen = ReadonlySet<number>;

interface FoundProps {
  list: DossierList;
  phase: Shown;
  /** Nothing while none is to be chosen. */
  chosen: Chosen | null;
  onChoose: (chosen: Chosen) => void;
  onMore: () => void;
  onAll: () => void;
  onLeave: (key: string, value: unknown) => void;
  onRequest: (name: string) => void;
}

function Found({ list, phase, chosen, onChoose, onMore, onAll, onLeave, onRequest }: FoundProps) {
  switch (whyEmpty(list, phase)) {
    case "no_dossier":
      return (
        <div class="gap">
          <Empty title={words.noDossier} text={words.emptyText}>
            <a class="button main" href="#/demande">
              <Icon name="plus" /> {words.newRequest} <kbd class="shortcut">{words.newRequestKey}</kbd>
            </a>
          </Empty>
        </div>
      );
    case "no_result":
      return (
        <div class="gap">
          <Empty
            title={list.search.trim() === "" ? words.nothingHere : words.nothingTitle(list.search)}
            text={words.nothingText}
          >
            {mayBeName(list.search) && (
              <>
                <Button look="main" sign="plus" onClick={() => onRequest(list.search.trim())}>
                  {words.newRequestFor(list.search.trim())}
                </Button>{" "}
              </>
            )}
            <Button onClick={onAll}>{words.showAll}</Button>
          </Empty>
        </div>
      );
    case null:
      return (
        <div class={chosen ? "columns gap" : "gap"}>
          <section class="sheet" aria-label={words.results}>
            <DossierTable
              rows={list.rows}
              onOpen={(id) => onLeave("opened", id)}
              chosen={chosen}
              onChoose={onChoose}
            />
            {hasMore(list) && (
              <p class="more-line">
                <Button onClick={onMore}>{words.more}</Button>
                <span class="soft">{words.moreOf(list.rows.length, list.found)}</span>
              </p>
            )}
          </section>
          {chosen && <Bulk dossiers={ticked(list.rows, chosen)} />}
        </div>
      );
  }
}

/** What was left in the middle, one link each. */
function Unfinished() {
  const names = useNames();
  const { value } = useAnswer("drafts", {});
  if (!value || value.drafts.length === 0) return null;
  return (
    <div class="gap-under">
      <Notice tone="info" title={words.unfinished}>
        <ul class="inline">
          {value.drafts.map((draft) => (
            <li key={`${draft.dossier} ${draft.form}`}>
              <a href={addressOfDraft(draft)}>
                {draft.dossier === null ? draft.title : names.ending(draft.title)}
              </a>{" "}
              <span class="soft">{momentText(draft.kept_at)}</span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** Coming back: the same scroll, the focus on the dossier that was opened. */
function useWayBack(isReady: boolean, box: { current: HTMLInputElement | null }): void {
  const { kept, keep } = usePlace();
  useArrival(true);
  useEffect(() => {
    if (!isReady) return;
    const opened = kept<number>("opened");
    scrollTo(0, kept<number>("scroll") ?? 0);
    if (opened !== undefined && document.activeElement?.id !== "find") {
      document.querySelector<HTMLElement>(`[data-dossier="${opened}"]`)?.focus({ preventScroll: true });
    }
    const shown = box.current;
    // The page that comes next scrolls to its top before this one stops listening.
    const watch = () => shown?.isConnected && keep("scroll", scrollY);
    addEventListener("scroll", watch, { passive: true });
    return () => removeEventListener("scroll", watch);
  }, [isReady, kept, keep, box]);
}
