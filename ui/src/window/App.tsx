// From the first paint to the open office, and back when the vault locks.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { Lock, Problem } from "../features/lock/Screen.tsx";
import { asFailure, call, hearTheShell, tellCopies } from "../ipc/call.ts";
import { drafts } from "../ipc/drafts.ts";
import { type LockReason, onNews } from "../ipc/news.ts";
import { sentence } from "../ipc/sentence.ts";
import type { Opened, Status } from "../ipc/types.ts";
import { Alone } from "../parts/Card.tsx";
import { forgetOpened, rememberOpened } from "../parts/opened.ts";
import { rememberFocus } from "../parts/place.ts";
import { everyday, seldom } from "../scripts.ts";
import { returned } from "../words.ts";
import { HOME, here, type Trail, trailFrom, trailOf } from "./trail.ts";

const Window = everyday.screen((all) => all.Window);
const FirstRun = seldom.screen((all) => all.FirstRun);
const Reopen = seldom.screen((all) => all.Reopen);

interface Locked {
  reason: LockReason;
  at: Date;
  /** How long nothing was touched, when that is why. */
  minutes: number | null;
}

type Stage =
  | { is: "starting" }
  | { is: "problem"; sentence: string }
  | { is: "none" }
  | { is: "reopening"; isThere: boolean }
  | { is: "locked"; locked: Locked | null; waitSeconds: number }
  /** `isVisit`: a demonstration just made. */
  | { is: "open"; opened: Opened; isVisit?: boolean };

export function App() {
  const [stage, setStage] = useState<Stage>({ is: "starting" });
  const [trail, setTrail] = useState<Trail>(() => trailOf(location.hash));
  // Another office on the desk is another window: nothing of the one before stays in it.
  const [turn, setTurn] = useState(0);
  const isLocking = useRef(false);
  const isOpen = useRef(false);
  isOpen.current = stage.is === "open";

  const ask = useCallback(async () => {
    try {
      setStage(await stageOf(await call("status", {})));
    } catch (reason) {
      setStage({ is: "problem", sentence: sentence(asFailure(reason)) });
    }
  }, []);
  const drop = useCallback((reason: LockReason, minutes: number | null = null) => {
    drafts.stop();
    if (isOpen.current) {
      rememberFocus();
      rememberOpened();
    }
    setStage((stage) =>
      stage.is === "open"
        ? { is: "locked", locked: { reason, at: new Date(), minutes }, waitSeconds: 0 }
        : stage,
    );
  }, []);
  const lock = useCallback(
    async (reason: LockReason = "asked", minutes: number | null = null) => {
      if (isLocking.current) return;
      isLocking.current = true;
      try {
        // What is typed first, then the vault.
        await drafts.flush();
        await call("lock", {});
        drop(reason, minutes);
      } catch {
        // Whatever the vault answers, nothing stays on the screen.
        drop(reason, minutes);
        ask();
      } finally {
        isLocking.current = false;
      }
    },
    [ask, drop],
  );

  useEffect(() => {
    ask();
    everyday.fetchAhead();
    seldom.fetchAhead();
    hearTheShell();
    const deafToCopies = tellCopies();
    const keepAll = () => void drafts.flush();
    addEventListener("pagehide", keepAll);
    const deaf = onNews((news) => {
      if (news.told === "locked") !isLocking.current && drop(news.reason, news.minutes);
      if (news.told === "locking" && isOpen.current) lock(news.reason, news.minutes);
      // What is being typed is kept before the window goes.
      if (news.told === "closing") lock();
      if (news.told === "left") {
        drafts.stop();
        forgetOpened();
        setTrail(trailFrom(HOME));
        setTurn((turn) => turn + 1);
        if (news.opened) setStage({ is: "open", opened: news.opened });
        else ask();
      }
    });
    return () => {
      removeEventListener("pagehide", keepAll);
      deaf();
      deafToCopies();
    };
  }, [ask, drop, lock]);

  useTouches(stage.is === "open");
  useKeptAddress(here(trail));
  const reopen = (isThere: boolean) => setStage({ is: "reopening", isThere });
  const open = (opened: Opened) => setStage({ is: "open", opened });
  switch (stage.is) {
    case "starting":
      return <Alone />;
    case "problem":
      return <Problem sentence={stage.sentence} onAgain={ask} onReopen={() => reopen(true)} />;
    case "none":
      return (
        <FirstRun
          onOpened={(opened, isVisit) => setStage({ is: "open", opened, isVisit })}
          onReopen={() => reopen(false)}
        />
      );
    case "reopening":
      return <Reopen isThere={stage.isThere} onOpened={open} onBack={ask} />;
    case "locked":
      return (
        <Lock
          locked={stage.locked}
          waitSeconds={stage.waitSeconds}
          onOpened={open}
          onReopen={() => reopen(true)}
        />
      );
    case "open":
      return (
        <Window
          key={turn}
          opened={stage.opened}
          isVisit={stage.isVisit === true}
          trail={trail}
          onTrail={setTrail}
          onLock={() => void lock()}
        />
      );
  }
}

/** What the shell adds to the address of a page it draws anew because its process ended. */
const RETURNED = "?retour";

/** The address stays in that of the page, so that a page drawn anew is where one was. */
function useKeptAddress(address: string): void {
  useEffect(() => history.replaceState(null, "", `${location.pathname}#${address}`), [address]);
}

const TOLD_EVERY = 20_000;

/** A key, a click, a scroll put the automatic lock off: the shell hears of them through a call. */
function useTouches(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return;
    let told = Date.now();
    const touch = () => {
      if (Date.now() - told < TOLD_EVERY) return;
      told = Date.now();
      call("status", {}).catch(() => {
        // The next call says what is wrong.
      });
    };
    const touches = ["keydown", "pointerdown", "wheel"] as const;
    for (const name of touches) addEventListener(name, touch, { passive: true });
    return () => {
      for (const name of touches) removeEventListener(name, touch);
    };
  }, [isOpen]);
}

/** Read once, before the address of the page is that of a screen alone. */
const hasReturned = location.search === RETURNED;

async function stageOf(status: Status): Promise<Stage> {
  if (status.has_problem !== null) return { is: "problem", sentence: status.has_problem };
  switch (status.state) {
    case "none":
      return { is: "none" };
    case "locked":
      return { is: "locked", locked: null, waitSeconds: status.wait_seconds };
    case "open": {
      // The page was reloaded under an open vault.
      const { name, advisor } = await call("office", {});
      const told = hasReturned ? [returned] : [];
      return { is: "open", opened: { office: name, advisor, told, by_code: false } };
    }
  }
}
