// The window once the office is open: rail, page, the line at the bottom, and
// the keys that work everywhere.

import "../styles/everyday.css";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useAction, useAnswer, useLong } from "../ipc/answers.ts";
import { asFailure, call } from "../ipc/call.ts";
import { kindOf } from "../ipc/kinds.ts";
import { onNews, theOfficeIsAnother } from "../ipc/news.ts";
import { addressOfRoom } from "../ipc/rooms.ts";
import { sentence } from "../ipc/sentence.ts";
import type { Opened } from "../ipc/types.ts";
import { Button } from "../parts/Button.tsx";
import { isText, isTyping, type KeyMap, settleTyping, useKeys } from "../parts/keys.ts";
import { Notice, Refused } from "../parts/Notice.tsx";
import { turnNames, useNames } from "../parts/names.ts";
import { type Place, PlaceContext } from "../parts/place.ts";
import { UndoLine } from "../parts/UndoLine.tsx";
import { isAllSaved, ownSentence, refusedFields, sendTyped } from "../parts/unsaved.ts";
import { DOSSIERS, type Found, HELP, rooms, type Screen, screenAt, screens } from "../screens.ts";
import { GoTo } from "./GoTo.tsx";
import { Rail } from "./Rail.tsx";
import { focusNextRegion } from "./regions.ts";
import { pageName, type Spot } from "./spots.ts";
import { back, forward, go, HOME, here, instead, type Trail } from "./trail.ts";
import { useUndo } from "./useUndo.ts";
import { Visit } from "./Visit.tsx";
import * as words from "./words.ts";

interface WindowProps {
  opened: Opened;
  /** The first visit of a demonstration is shown. */
  isVisit: boolean;
  /** Where one was before the vault locked. */
  trail: Trail;
  onTrail: (trail: Trail) => void;
  onLock: () => void;
}

/** The rooms that files let go on the window are for. */
const takingRooms: readonly string[] = ["attachments", "budget", "statements"];

export function Window({ opened, isVisit, trail, onTrail, onLock }: WindowProps) {
  const [isGoing, goTo] = useState(false);
  const [visited, visit] = useState(isVisit ? 0 : null);
  const address = here(trail);
  const found = screenAt(address);
  const now = useRef(trail);
  now.current = trail;
  const titles = useMemo(() => new Map<string, string>(), []);

  const walk = useCallback(
    (step: (trail: Trail) => Trail) => {
      // Leaving a page leaves its field: what was typed in it is sent.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      titles.set(here(now.current), document.title);
      now.current = step(now.current);
      goTo(false);
      onTrail(now.current);
    },
    [onTrail, titles],
  );
  const follow = useRef<Place["go"]>(() => undefined);
  const undoing = useUndo((dossier) => goWhereItChanged(dossier, now, walk), follow);
  const place = usePlaces(address, walk, undoing.say);
  follow.current = place.go;
  const copy = useCopy(undoing.say);
  const names = useNames();
  const find = () => goTo(true);
  const takesFiles =
    found.is === "room" ? takingRooms.includes(found.room.key) : screenOf(found)?.takesFiles === true;
  useStrayFiles(takesFiles, undoing.say);
  useLinks(place.go);
  useSameScroll(address);
  const savedAnswer = found.is === "room" ? found.savedAnswer : (screenOf(found)?.savedAnswer ?? "");
  const always: KeyMap = {
    "Ctrl+l": onLock,
    F9: turnNames,
    // What is framed is not a text: « tout sélectionner » is for a field.
    "Ctrl+a": ({ target }) => !isText(target),
  };
  const elsewhere: KeyMap = {
    ...Object.fromEntries(
      screens.flatMap(({ shortcut, address }) => (shortcut ? [[shortcut, () => place.go(address)]] : [])),
    ),
    "Ctrl+k": find,
    "Ctrl+s": async () => undoing.say(await saveTyped(savedAnswer)),
    "Ctrl+z": ({ target }) => (isTyping(target) ? inField("undo") : undoing.undo()),
    "Ctrl+y": ({ target }) => (isTyping(target) ? inField("redo") : undoing.redo()),
    "Ctrl+Shift+z": ({ target }) => (isTyping(target) ? inField("redo") : undoing.redo()),
    "Alt+ArrowLeft": () => walk(back),
    "Alt+ArrowRight": () => walk(forward),
    F1: () => place.go(`${HELP}/${found.is === "room" ? found.room.topic : screenOf(found)?.topic}`),
    F6: focusNextRegion,
    Escape: () => (undoing.done ? undoing.hide() : false),
  };
  // Beside the person, no key leads where somebody else's name is.
  useKeys(found.is === "together" ? always : { ...always, ...elsewhere });

  if (found.is === "together") {
    return (
      <PlaceContext.Provider value={place}>
        <found.component
          key={found.dossier}
          dossier={found.dossier}
          office={opened.office}
          onLeave={() => walk((trail) => backToRoom(trail, found.dossier))}
        />
      </PlaceContext.Provider>
    );
  }

  return (
    <PlaceContext.Provider value={place}>
      <a class="skip" href="#page">
        {words.skip}
      </a>
      <UndoLine done={undoing.done} address={address} onGone={undoing.hide} />
      <div class="app">
        <Rail office={opened.office} address={address} onFind={find} onLock={onLock} />
        <main id="page" tabIndex={-1} data-region>
          <Looked />
          <Told sentences={opened.told} />
          {visited !== null && <Visit at={visited} onGo={visit} />}
          {found.is === "room" ? (
            <found.component key={found.dossier} dossier={found.dossier} room={found.room} />
          ) : (
            <found.screen.component key={address} title={found.screen.title} />
          )}
        </main>
      </div>
      {isGoing && (
        <GoTo
          dossier={found.is === "room" ? found.dossier : null}
          lately={names.areHidden ? [] : lately(trail, titles, place.go)}
          go={place.go}
          copy={copy}
          onClose={() => goTo(false)}
        />
      )}
      <Slow />
    </PlaceContext.Provider>
  );
}

function screenOf(found: Found): Screen | null {
  return found.is === "screen" ? found.screen : null;
}

/** The room one came from, else the first of the dossier. */
function backToRoom(trail: Trail, dossier: number): Trail {
  const before = screenAt(trail.pages[trail.at - 1] ?? "");
  if (before.is === "room" && before.dossier === dossier) return back(trail);
  return go(trail, `/dossiers/${dossier}`);
}

const MOST_LATELY = 5;

/** The last pages left, the newest first, by the titles they had. */
function lately(trail: Trail, titles: ReadonlyMap<string, string>, go: (address: string) => void): Spot[] {
  const pages = [...new Set([...trail.pages].reverse())].filter(
    (page) => page !== here(trail) && titles.has(page),
  );
  return pages.slice(0, MOST_LATELY).map((page) => ({
    key: `lately ${page}`,
    group: words.groups.lately,
    sign: screenOf(screenAt(page))?.sign ?? "folder",
    label: pageName(titles.get(page) ?? ""),
    run: () => go(page),
  }));
}

/** A copy on this computer, made while one works: how it went is said at the bottom. */
function useCopy(say: (sentence: string) => void): () => void {
  const copying = useLong("copy_here");
  const refused = copying.failure && sentence(copying.failure);
  useEffect(() => {
    if (refused) say(refused);
  }, [refused, say]);
  return async () => {
    say(words.copying);
    const done = await copying.run({});
    if (done) say(done.sentence || words.copied);
  };
}

/** WebKitGTK binds no key to its own « annuler »: it is asked, in every webview alike. */
function inField(does: "undo" | "redo"): void {
  document.execCommand(does);
}

/** What only its own key or button sends. */
const UNSENT = "[data-edited], .adding";

/** Ctrl S: sends what is typed, then says truly whether all is saved; the focus goes to what was refused. */
async function saveTyped(savedAnswer: string): Promise<string> {
  await sendTyped();
  const refused = refusedFields();
  refused[0]?.field.focus();
  if (refused.length > 0) return words.refused(refused.map(({ label }) => label));
  if (!isAllSaved()) {
    const field = document.querySelector<HTMLElement>(`:is(${UNSENT}) :is(input, select)`);
    if (!field) return ownSentence() ?? words.unsentForm;
    if (!document.activeElement?.closest(UNSENT)) field.focus();
    return words.unsaved;
  }
  settleTyping();
  return savedAnswer;
}

/** What was undone is seen where it was, or where one is when it shows there; an undone request takes its dossier with it: back to the list. */
async function goWhereItChanged(
  dossier: number | null,
  now: { current: Trail },
  walk: (step: (trail: Trail) => Trail) => void,
) {
  const found = screenAt(here(now.current));
  if (screenOf(found)?.doesToDossiers) return;
  const shown = found.is === "room" ? found.dossier : null;
  if (dossier !== null && dossier !== shown) {
    const room = found.is === "room" ? found.room : rooms[0];
    if (room) walk((trail) => go(trail, addressOfRoom(dossier, room.key)));
    return;
  }
  if (found.is !== "room") return;
  try {
    await call("dossier", { dossier: found.dossier });
  } catch (reason) {
    if (asFailure(reason).kind === "gone") walk((trail) => instead(trail, DOSSIERS));
  }
}

const WORD = "word";

/** What screens know of where they are; what each left is kept until the vault locks. */
function usePlaces(
  address: string,
  walk: (step: (trail: Trail) => Trail) => void,
  say: (sentence: string) => void,
): Place {
  const left = useMemo(() => new Map<string, unknown>(), []);
  const [heard, hear] = useState({});
  const steady = useMemo(
    () => ({
      go: (to: string, word?: string) => {
        if (word) left.set(`${to} ${WORD}`, word);
        // The screen is shown already: it is told that there is a word for it.
        if (word && to === address) hear({});
        walk((trail) => go(trail, to));
      },
      word: () => {
        const word = left.get(`${address} ${WORD}`) as string | undefined;
        left.delete(`${address} ${WORD}`);
        return word;
      },
      back: () => walk((trail) => (trail.at === 0 ? go(trail, HOME) : back(trail))),
      kept: <T,>(key: string) => left.get(`${address} ${key}`) as T | undefined,
      keep: (key: string, value: unknown) => void left.set(`${address} ${key}`, value),
      say,
    }),
    [address, walk, say, left, heard],
  );
  // A word the screen did not hear is not for the next time.
  useEffect(() => () => void left.delete(`${address} ${WORD}`), [address, left]);
  return useMemo(() => ({ ...steady, address }), [steady, address]);
}

/** Links are plain `#/…` addresses: followed here, never by the webview. */
function useLinks(follow: (address: string) => void): void {
  useEffect(() => {
    const click = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.("a[href]");
      const href = link?.getAttribute("href");
      if (!href) return;
      event.preventDefault();
      if (href === "#page") document.getElementById("page")?.focus();
      else if (href.startsWith("#/")) follow(href.slice(1));
    };
    document.addEventListener("click", click);
    return () => document.removeEventListener("click", click);
  }, [follow]);
}

/** A page starts at its top; the list of dossiers puts back its own scroll. */
function useSameScroll(address: string): void {
  useLayoutEffect(() => scrollTo(0, 0), [address]);
}

/** Files let go where nothing takes them: where they go is said. */
function useStrayFiles(areTaken: boolean, say: (sentence: string) => void): void {
  const now = useRef({ areTaken, say });
  now.current = { areTaken, say };
  useEffect(
    () =>
      onNews((news) => {
        if (news.told === "dropped" && !now.current.areTaken) now.current.say(words.strayFiles);
      }),
    [],
  );
}

/** A copy is being looked at: said on every screen, with the way back. */
function Looked() {
  const sentence = useAnswer("status", {}, () => false).value?.looked;
  const leaving = useAction(async () => {
    await call("stop_looking", {});
    theOfficeIsAnother(null);
  });
  if (!sentence) return null;
  return (
    <div class="gap-under">
      <Notice
        tone="due"
        actions={
          <Button small look="main" disabled={leaving.busy} onClick={() => void leaving.run()}>
            {words.stopLooking}
          </Button>
        }
      >
        <b role="status">{sentence}</b>
      </Notice>
      <Refused failure={leaving.failure} />
    </div>
  );
}

/** What unlocking had to say, until it is read. */
function Told({ sentences }: { sentences: readonly string[] }) {
  const [isRead, read] = useState(false);
  if (isRead || sentences.length === 0) return null;
  return (
    <div class="gap-under" role="status">
      <Notice
        tone="info"
        actions={
          <Button small onClick={() => read(true)}>
            {words.read}
          </Button>
        }
      >
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
    </div>
  );
}

/** A call that takes more than a second says so; work goes on meanwhile. */
function Slow() {
  const [sentence, setSentence] = useState<string | null>(null);
  useEffect(
    () =>
      onNews((news) => {
        if (news.told === "slow") setSentence(words.slow[kindOf(news.call)]);
        else if (news.told === "answered") setSentence(null);
      }),
    [],
  );
  return (
    <p class="slow" role="status">
      {sentence}
    </p>
  );
}
