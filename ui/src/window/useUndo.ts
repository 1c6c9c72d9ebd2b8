// « Annuler »: after each action its sentence and what takes it back.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { asFailure, call } from "../ipc/call.ts";
import { kindOf } from "../ipc/kinds.ts";
import { onNews } from "../ipc/news.ts";
import { addressOfRoom } from "../ipc/rooms.ts";
import { sentence } from "../ipc/sentence.ts";
import type { Following } from "../ipc/types.ts";
import { toPrint } from "../parts/place.ts";
import type { Done } from "../parts/UndoLine.tsx";
import * as words from "./words.ts";

/** Acts whose line says on the spot that they are kept, and that Ctrl Z takes back like the others. */
const SEEN_WHERE_TYPED: ReadonlySet<string> = new Set(["add_budget_line", "change_budget_line"]);

export interface Undoing {
  done: Done | null;
  undo: () => void;
  redo: () => void;
  say: (sentence: string) => void;
  hide: () => void;
}

/** `onTakenBack` hears that an action was undone or done again, and of which dossier; `go` opens an address at a word. */
export function useUndo(
  onTakenBack: (dossier: number | null) => Promise<void>,
  go: { current: (address: string, word?: string) => void },
): Undoing {
  const [done, setDone] = useState<Done | null>(null);
  const turn = useRef(0);
  const heard = useRef(onTakenBack);
  heard.current = onTakenBack;
  const isRunning = useRef(false);
  const next = useRef<"undo" | "redo" | null>(null);

  const show = useCallback((sentence: string, takeBack: Done["takeBack"]) => {
    turn.current += 1;
    setDone({ turn: turn.current, sentence, takeBack });
  }, []);
  const say = useCallback((sentence: string) => show(sentence, null), [show]);
  const hide = useCallback(() => setDone(null), []);

  const move = useCallback(
    async (way: "undo" | "redo") => {
      if (isRunning.current) {
        next.current = way;
        return;
      }
      isRunning.current = true;
      try {
        const state = await call("undo_state", {});
        if (state[way] === null) {
          say(way === "undo" ? words.nothingToUndo : words.nothingToRedo);
          return;
        }
        const undone = await call(way, {});
        await heard.current(undone.dossier);
        show(
          undone.sentence,
          way === "undo" ? back("redo", () => move("redo")) : back("undo", () => move("undo")),
        );
      } catch (reason) {
        say(sentence(asFailure(reason)));
      } finally {
        isRunning.current = false;
        const waiting = next.current;
        next.current = null;
        if (waiting) void move(waiting);
      }
    },
    [say, show],
  );
  const undo = useCallback(() => void move("undo"), [move]);
  const redo = useCallback(() => void move("redo"), [move]);

  useEffect(
    () =>
      onNews(async (news) => {
        if (news.told !== "changed") return;
        const asked = turn.current;
        const state = await call("undo_state", {}).catch(() => null);
        if (kindOf(news.by) !== "write") {
          // After an erasure nothing can be taken back any more.
          if (state?.undo === null && state.redo === null) hide();
        } else if (SEEN_WHERE_TYPED.has(news.by)) {
          hide();
        } else if (state?.undo && turn.current === asked) {
          show(state.undo, back("undo", undo));
          const shown = turn.current;
          const more = state.follows && (await offered(state.follows, go, say));
          if (more && turn.current === shown) setDone((done) => done && { ...done, ...more });
        }
      }),
    [show, undo, hide, go, say],
  );
  return { done, undo, redo, say, hide };
}

/** What an act calls for: its paper, ready or waiting for something, its line in the calendar. */
async function offered(
  { dossier, paper, appointment }: Following,
  go: { current: (address: string, word?: string) => void },
  say: (sentence: string) => void,
): Promise<Pick<Done, "paper" | "appointment"> | null> {
  const calendar = async () => {
    const done = await call("open_appointment", { dossier }).catch(asFailure);
    say("sentence" in done ? done.sentence : sentence(done));
  };
  const more: Pick<Done, "paper" | "appointment"> = {};
  if (appointment) more.appointment = { label: words.toCalendar, run: () => void calendar() };
  const card = paper === null ? null : await call("paper_card", { dossier, paper }).catch(() => null);
  if (!card) return more;
  const room = card.waits?.room ?? "documents";
  more.paper = {
    label: card.ready ? words.printOf(card.key) : words.completeIt,
    note: card.ready ? card.title : words.paperWaits(card.title, card.state),
    isReady: card.ready,
    run: () => go.current(addressOfRoom(dossier, room), card.ready ? toPrint(card.key) : undefined),
  };
  return more;
}

function back(way: "undo" | "redo", run: () => void): Done["takeBack"] {
  return way === "undo"
    ? { label: words.undo, shortcut: words.undoKey, sign: "undo", run }
    : { label: words.redo, shortcut: words.redoKey, sign: "redo", run };
}
