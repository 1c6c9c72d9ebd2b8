// The dark bar: what was done, the paper it calls for, what takes it back. It never takes the
// focus and never covers the field one types in. What can be taken back stays a minute, or until
// one goes on: the next act, a screen further, something else typed, Échap or its cross; Ctrl Z
// takes it back after that too. A mere answer goes sooner. Neither goes while someone is on it.

import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "./Icon.tsx";
import { useNames } from "./names.ts";
import * as words from "./words.ts";

export interface Done {
  /** Tells one showing from the next, even with the same sentence. */
  turn: number;
  sentence: string;
  takeBack: { label: string; shortcut: string; sign: "undo" | "redo"; run: () => void } | null;
  /** What the act calls for, ready or with what it waits for. */
  paper?: { label: string; note: string; isReady: boolean; run: () => void };
  /** Puts the appointment that was agreed in one's calendar. */
  appointment?: { label: string; run: () => void };
}

const SHOWN_FOR = { answer: 10_000, act: 60_000 };
/** What stood there this long was read: going on takes it away. */
const READ_AFTER = 4_000;

interface UndoLineProps {
  done: Done | null;
  /** Where the window is. */
  address: string;
  onGone: () => void;
}

export function UndoLine({ done, address, onGone }: UndoLineProps) {
  const names = useNames();
  const place = useRef<HTMLDivElement>(null);
  const [isHeld, hold] = useState(false);
  useEffect(() => {
    if (!done || isHeld) return;
    const timer = setTimeout(onGone, done.takeBack ? SHOWN_FOR.act : SHOWN_FOR.answer);
    return () => clearTimeout(timer);
  }, [done, isHeld, onGone]);
  useEffect(() => {
    if (!done) hold(false);
  }, [done]);
  useGoingOn(done?.turn, address, onGone);
  useRaised(place, done?.turn);
  return (
    <div
      class="undo-place"
      role="status"
      ref={place}
      data-region
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
      onFocusIn={() => hold(true)}
      onFocusOut={() => hold(false)}
    >
      {done && (
        <div class="undo" key={done.turn}>
          <span>
            {names.ending(done.sentence)}
            {done.paper && <span class="offered">{done.paper.note}</span>}
          </span>
          {done.paper && (
            <button type="button" class="first" onClick={done.paper.run}>
              {done.paper.isReady && <Icon name="print" />} {done.paper.label}
            </button>
          )}
          {done.appointment && (
            <button type="button" onClick={done.appointment.run}>
              <Icon name="calendar" /> {done.appointment.label}
            </button>
          )}
          {done.takeBack && (
            <>
              <button type="button" onClick={done.takeBack.run}>
                <Icon name={done.takeBack.sign} /> {done.takeBack.label}
              </button>
              <kbd>{done.takeBack.shortcut}</kbd>
              <button
                type="button"
                class="bare"
                aria-label={words.closeMessage}
                title={words.closeMessage}
                onClick={onGone}
              >
                <Icon name="cross" />
              </button>
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** Takes the line away once one goes on after it was read. */
function useGoingOn(turn: number | undefined, address: string, onGone: () => void): void {
  const shownAt = useRef(0);
  const goOn = () => {
    if (turn !== undefined && Date.now() - shownAt.current > READ_AFTER) onGone();
  };
  useEffect(() => {
    shownAt.current = Date.now();
    if (turn === undefined) return;
    // A list tells its choice by a second event: nothing is drawn again before it.
    const afterwards = () => void setTimeout(goOn);
    addEventListener("input", afterwards);
    return () => removeEventListener("input", afterwards);
  }, [turn]);
  useEffect(goOn, [address]);
}

const TYPED_IN = "input, select, textarea";

/** Lifts the line above the field one types in, the list that field opens, and a bar of buttons. */
function useRaised(place: RefObject<HTMLElement | null>, turn: number | undefined): void {
  useLayoutEffect(() => {
    if (turn === undefined) return;
    const raise = () => {
      const line = place.current;
      const field = document.activeElement;
      if (!line) return;
      line.style.removeProperty("--raised");
      const typed = field?.matches(TYPED_IN) ? field : null;
      const list = document.getElementById(typed?.getAttribute("aria-controls") ?? "");
      const all = [typed, list, ...document.querySelectorAll("[data-bar], main .button.main")];
      const covered = all.flatMap((one) => one?.getBoundingClientRect() ?? []);
      line.style.setProperty("--raised", `${raisedOver(line.getBoundingClientRect(), covered)}px`);
    };
    raise();
    const moves = ["focusin", "scroll", "resize", "input"] as const;
    for (const move of moves) addEventListener(move, raise, { passive: true, capture: true });
    return () => {
      for (const move of moves) removeEventListener(move, raise, { capture: true });
    };
  }, [place, turn]);
}

type Box = Pick<DOMRect, "top" | "bottom" | "left" | "right">;

const GAP = 8;

/** How far up, in pixels, what stands at `line` goes to cover none of these; 0 where it would leave the window. */
export function raisedOver(line: Box, boxes: readonly Box[]): number {
  const meets = ({ top, bottom, left, right }: Box) =>
    top < line.bottom && bottom > line.top && left < line.right && right > line.left;
  if (!boxes.some(meets)) return 0;
  const raised = line.bottom - Math.min(...boxes.map(({ top }) => top)) + GAP;
  return raised > line.top ? 0 : raised;
}
