// Where the window is: every screen can go elsewhere, and leave word of what
// it showed for when one comes back.

import { createContext } from "preact";
import { useContext, useEffect, useLayoutEffect, useRef } from "preact/hooks";

export interface Place {
  address: string;
  go: (address: string) => void;
  back: () => void;
  /** What this address left when it was last shown, until the vault locks. */
  kept: <T>(key: string) => T | undefined;
  keep: (key: string, value: unknown) => void;
  /** Grows each time « Chercher » is asked. */
  finds: number;
  /** Says a sentence in the line at the bottom. */
  say: (sentence: string) => void;
}

export const PlaceContext = createContext<Place | null>(null);

export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === null) throw new Error("a screen outside the window");
  return place;
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Puts the focus once the screen has something to show: its first field, else its heading. */
export function useArrival(isReady: boolean): void {
  const hasArrived = useRef(false);
  useLayoutEffect(() => {
    if (!isReady || hasArrived.current) return;
    hasArrived.current = true;
    const target =
      document.querySelector<HTMLElement>("[data-arrival]") ?? document.querySelector<HTMLElement>("h1");
    target?.focus({ preventScroll: true });
  }, [isReady]);
}

/** Puts the focus on the field a refusal names. */
export function focusField(within: ParentNode | null, name: string | null): boolean {
  if (name === null || !within) return false;
  const field = within.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`);
  field?.focus();
  return field !== null;
}
