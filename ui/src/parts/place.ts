// Where the window is: every screen can go elsewhere, and leave word of what
// it showed for when one comes back.

import { createContext } from "preact";
import { useContext, useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { windowTitle } from "./words.ts";

export interface Place {
  address: string;
  /** Goes there, with a word for what is shown there. */
  go: (address: string, word?: string) => void;
  /** The word one came with, heard once. */
  word: () => string | undefined;
  back: () => void;
  /** What this address left when it was last shown, until the vault locks. */
  kept: <T>(key: string) => T | undefined;
  keep: (key: string, value: unknown) => void;
  /** Says a sentence in the line at the bottom. */
  say: (sentence: string) => void;
}

const TO_PRINT = "print:";

/** The word one comes to the papers with for one of them to be printed. */
export const toPrint = (paper: string) => TO_PRINT + paper;

/** The paper one comes for, and whether it is to be printed. */
export function paperFor(word: string): { paper: string; isPrinted: boolean } {
  const isPrinted = word.startsWith(TO_PRINT);
  return { paper: isPrinted ? word.slice(TO_PRINT.length) : word, isPrinted };
}

export const PlaceContext = createContext<Place | null>(null);

export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === null) throw new Error("a screen outside the window");
  return place;
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = windowTitle(title);
  }, [title]);
}

let left: string | null = null;

/** The vault locks: the field one is in gets the focus back after unlocking. */
export function rememberFocus(): void {
  const field = document.activeElement;
  // A line being edited or added opens again by its draft.
  const isKept = field?.closest("main") && !field.closest("[data-edited], .adding");
  const name = field?.getAttribute("name");
  if (!field || !isKept) left = null;
  else if (field.id === "find") left = "#find";
  else left = name ? `main [name="${CSS.escape(name)}"]` : null;
}

/**
 * Puts the focus once the screen has something to show: the field one was in
 * when the vault locked, its first field, else its heading.
 */
export function useArrival(isReady: boolean): void {
  const hasArrived = useRef(false);
  useLayoutEffect(() => {
    if (!isReady || hasArrived.current) return;
    hasArrived.current = true;
    const field = left === null ? null : document.querySelector<HTMLElement>(left);
    left = null;
    if (field) return focusOn(field);
    const target =
      document.querySelector<HTMLElement>("[data-arrival]") ?? document.querySelector<HTMLElement>("h1");
    if (!isUnderDialog(target)) target?.focus({ preventScroll: true });
  }, [isReady]);
}

/** Puts the focus on the field a refusal names. */
export function focusField(within: ParentNode | null, name: string | null): boolean {
  const field = name === null ? null : within?.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`);
  focusOn(field);
  return !!field;
}

/** Whether a dialog is open over it: it does not take the focus from the dialog. */
function isUnderDialog(field: Element | null | undefined): boolean {
  const dialog = document.querySelector("dialog[open]");
  return dialog !== null && !dialog.contains(field ?? null);
}

/** What is folded cannot have the focus: it is unfolded first. */
export function focusOn(field: HTMLElement | null | undefined): void {
  if (isUnderDialog(field)) return;
  field?.closest("details")?.setAttribute("open", "");
  field?.focus();
}
