// The keyboard: a chord is named as on the buttons of a French keyboard, a
// screen says what its chords do, the last one shown answers first.

import { useLayoutEffect, useRef } from "preact/hooks";

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
}

/** `Ctrl+k`, `Alt+ArrowLeft`, `F2`, `Delete`; nothing for a plain letter. */
export function chordOf(pressed: Pressed): string | null {
  const { key } = pressed;
  if (pressed.metaKey || key === "Control" || key === "Alt" || key === "Shift" || key === "Dead") return null;
  const isLetter = key.length === 1;
  if (isLetter && !pressed.ctrlKey && !pressed.altKey) return null;
  // AltGr writes characters (€, @, #): it arrives as Ctrl and Alt together.
  if (pressed.ctrlKey && pressed.altKey) return null;
  const held = [
    pressed.ctrlKey && "Ctrl",
    pressed.altKey && "Alt",
    pressed.shiftKey && (!isLetter || /[a-z]/i.test(key)) && "Shift",
  ].filter(Boolean);
  return [...held, isLetter ? key.toLowerCase() : key].join("+");
}

/** What a chord does; `false` leaves the key to whoever is below, then to the browser. */
export type KeyMap = Partial<Record<string, (event: KeyboardEvent) => unknown>>;

const maps: { current: KeyMap }[] = [];

/** What a browser does of its own, and no screen wants: it would load the page again, or print and save what it shows. */
const ofBrowser = /^(F5|F7|Ctrl\+(F5|[prs]|Shift\+[pr]))$/;

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const chord = chordOf(event);
  if (chord === null) return;
  for (const map of [...maps].reverse()) {
    const does = map.current[chord];
    if (does && does(event) !== false) {
      event.preventDefault();
      return;
    }
  }
  if (ofBrowser.test(chord)) event.preventDefault();
}

/** What a chord would do now, pressed outside a field; nothing when nobody answers it. */
export function answerTo(chord: string): (() => void) | null {
  const does = maps
    .map(({ current }) => current[chord])
    .filter((one) => one !== undefined)
    .at(-1);
  return does ? () => void does(new KeyboardEvent("keydown")) : null;
}

/** Answers these chords from the moment the part is shown: a key pressed before the next paint counts too. */
export function useKeys(map: KeyMap): void {
  const latest = useRef(map);
  latest.current = map;
  useLayoutEffect(() => {
    if (maps.length === 0) document.addEventListener("keydown", hear);
    maps.push(latest);
    return () => {
      maps.splice(maps.indexOf(latest), 1);
      if (maps.length === 0) document.removeEventListener("keydown", hear);
    };
  }, []);
}

/**
 * True in a text field typed in since it was entered, even if it was emptied:
 * « annuler » is then about its words.
 */
export function isTyping(target: EventTarget | null): boolean {
  return target !== null && typedIn.has(target);
}

let typedIn = new WeakSet<EventTarget>();

/** What was typed is sent: « annuler » is again about the office. */
export function settleTyping(): void {
  typedIn = new WeakSet();
}

/** Remembers which text field was typed in. */
export function watchTyping(): void {
  document.addEventListener("focusin", settleTyping);
  document.addEventListener("submit", settleTyping);
  document.addEventListener("input", ({ target }) => {
    if (isText(target)) typedIn.add(target);
  });
}

/** Whether it is a field where words are typed. */
export function isText(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && /^(text|search|tel|email|password|url)$/.test(target.type))
  );
}
