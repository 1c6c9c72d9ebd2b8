// The window once the office is open: rail, page, the line at the bottom, and
// the keys that work everywhere.

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useAction, useAnswer } from "../ipc/answers.ts";
import { asFailure, call } from "../ipc/call.ts";
import { drafts } from "../ipc/drafts.ts";
import { kindOf } from "../ipc/kinds.ts";
import { onNews, theOfficeIsAnother } from "../ipc/news.ts";
import type { Opened } from "../ipc/types.ts";
import { Button } from "../parts/Button.tsx";
import { isTyping, settleTyping, useKeys } from "../parts/keys.ts";
import { Notice, Refused } from "../parts/Notice.tsx";
import { turnNames } from "../parts/names.ts";
import { type Place, PlaceContext } from "../parts/place.ts";
import { UndoLine } from "../parts/UndoLine.tsx";
import { isAllSaved, refusedFields, sendTyped } from "../parts/unsaved.ts";
import { DOSSIERS, HOME, rooms, screenAt, screens } from "../screens.ts";
import { Rail } from "./Rail.tsx";
import { focusNextRegion } from "./regions.ts";
import { back, forward, go, here, instead, type Trail } from "./trail.ts";
import { useUndo } from "./useUndo.ts";
import { words } from "./words.ts";

interface WindowProps {
  opened: Opened;
  /** Where one was before the vault locked. */
  trail: Trail;
  onTrail: (trail: Trail) => void;
  onLock: () => void;
}

export function Window({ opened, trail, onTrail, onLock }: WindowProps) {
  const [finds, setFinds] = useState(0);
  const address = here(trail);
  const found = screenAt(address);
  const now = useRef(trail);
  now.current = trail;

  const walk = useCallback(
    (step: (trail: Trail) => Trail) => {
      // Leaving a page leaves its field: what was typed in it is sent.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      now.current = step(now.current);
      onTrail(now.current);
    },
    [onTrail],
  );
  const undoing = useUndo((dossier) => goWhereItChanged(dossier, now, walk));
  const place = usePlaces(address, walk, undoing.say, finds);
  const find = () => {
    walk((trail) => go(trail, DOSSIERS));
    setFinds((count) => count + 1);
  };
  const takesFiles =
    found.is === "room" ? found.room.key === "attachments" : found.screen.takesFiles === true;
  useStrayFiles(takesFiles, undoing.say);
  useLinks(place.go);
  useSameScroll(address);
  useKeys({
    ...Object.fromEntries(
      screens.flatMap(({ shortcut, address }) => (shortcut ? [[shortcut, () => place.go(address)]] : [])),
    ),
    "Ctrl+k": find,
    "Ctrl+l": onLock,
    "Ctrl+z": ({ target }) => (isTyping(target) ? inField("undo") : undoing.undo()),
    "Ctrl+y": ({ target }) => (isTyping(target) ? inField("redo") : undoing.redo()),
    "Ctrl+Shift+z": ({ target }) => (isTyping(target) ? inField("redo") : undoing.redo()),
    "Ctrl+s": async () =>
      undoing.say(await saveTyped(found.is === "room" ? found.savedAnswer : found.screen.savedAnswer)),
    "Alt+ArrowLeft": () => walk(back),
    "Alt+ArrowRight": () => walk(forward),
    F6: focusNextRegion,
    F9: turnNames,
  });

  return (
    <PlaceContext.Provider value={place}>
      <a class="skip" href="#page">
        {words.skip}
      </a>
      <div class="app">
        <Rail office={opened.office} address={address} onFind={find} onLock={onLock} />
        <main id="page" tabIndex={-1} data-region>
          <Looked />
          <Told sentences={opened.told} />
          {found.is === "room" ? (
            <found.component key={found.dossier} dossier={found.dossier} rooms={rooms} room={found.room} />
          ) : (
            <found.screen.component key={address} />
          )}
        </main>
      </div>
      <Slow />
      <UndoLine done={undoing.done} onGone={undoing.hide} />
    </PlaceContext.Provider>
  );
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
    const isThere = document.activeElement?.closest(UNSENT);
    if (!isThere) document.querySelector<HTMLElement>(`:is(${UNSENT}) :is(input, select)`)?.focus();
    return words.unsaved;
  }
  settleTyping();
  return savedAnswer;
}

/** What was undone is seen where it was; an undone request takes its dossier with it: back to the list. */
async function goWhereItChanged(
  dossier: number | null,
  now: { current: Trail },
  walk: (step: (trail: Trail) => Trail) => void,
) {
  const found = screenAt(here(now.current));
  const shown = found.is === "room" ? found.dossier : null;
  if (dossier !== null && dossier !== shown) {
    const room = found.is === "room" ? found.room : rooms[0];
    if (room) walk((trail) => go(trail, `/dossiers/${dossier}/${room.path}`));
    return;
  }
  if (found.is !== "room") return;
  try {
    await call("dossier", { dossier: found.dossier });
  } catch (reason) {
    if (asFailure(reason).kind === "gone") walk((trail) => instead(trail, DOSSIERS));
  }
}

/** What screens know of where they are; what each left is kept until the vault locks. */
function usePlaces(
  address: string,
  walk: (step: (trail: Trail) => Trail) => void,
  say: (sentence: string) => void,
  finds: number,
): Place {
  const left = useMemo(() => new Map<string, unknown>(), []);
  const steady = useMemo(
    () => ({
      go: (to: string) => walk((trail) => go(trail, to)),
      back: () => walk((trail) => (trail.at === 0 ? go(trail, HOME) : back(trail))),
      kept: <T,>(key: string) => left.get(`${address} ${key}`) as T | undefined,
      keep: (key: string, value: unknown) => void left.set(`${address} ${key}`, value),
      say,
    }),
    [address, walk, say, left],
  );
  return useMemo(() => ({ ...steady, address, finds }), [steady, address, finds]);
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

/** Locks: what is typed first, then the vault. */
export async function lockTheVault(): Promise<void> {
  await drafts.flush();
  await call("lock", {});
}
