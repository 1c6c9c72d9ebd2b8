// What is typed on the screen and not saved: Ctrl S sends what can be, names
// what was refused, and no sign says « Enregistré » over it.

import { useEffect, useRef, useState } from "preact/hooks";

export interface Typed {
  isUnsaved: boolean;
  /** Sends as leaving would; without it, only its own button or key saves it. */
  send: (() => Promise<unknown>) | null;
  /** What is said of it when the form is never saved. */
  sentence?: string;
}

const typed = new Set<{ current: Typed }>();
const listeners = new Set<() => void>();

/** Tells the window what this part of the screen holds, for as long as it is shown. */
export function useUnsaved(now: Typed): void {
  const latest = useRef(now);
  latest.current = now;
  useEffect(() => {
    typed.add(latest);
    return () => {
      typed.delete(latest);
      tell();
    };
  }, []);
  useEffect(tell, [now.isUnsaved]);
}

/** Whether all that is on the screen is saved. */
export function useIsAllSaved(): boolean {
  const [isSaved, set] = useState(isAllSaved);
  useEffect(() => {
    const listen = () => set(isAllSaved());
    listeners.add(listen);
    listen();
    return () => {
      listeners.delete(listen);
    };
  }, []);
  return isSaved;
}

export function isAllSaved(): boolean {
  return ![...typed].some(({ current }) => current.isUnsaved);
}

/** What the first form that says something of its own says of what it holds. */
export function ownSentence(): string | null {
  return [...typed].find(({ current }) => current.isUnsaved && current.sentence)?.current.sentence ?? null;
}

/** Sends all that leaving would send, and waits for the answers to be drawn. */
export async function sendTyped(): Promise<void> {
  for (const { current } of [...typed]) if (current.isUnsaved) await current.send?.();
  await new Promise((drawn) => setTimeout(drawn));
}

/** The fields that were refused, with their names as read. */
export function refusedFields(
  within: ParentNode | null = document.querySelector("main"),
): { field: HTMLElement; label: string }[] {
  const fields = within?.querySelectorAll<HTMLElement>('[aria-invalid="true"]') ?? [];
  return [...fields].map((field) => ({ field: entryOf(field), label: labelOf(field) }));
}

/** What takes the focus in a field, which choices under one legend do not by themselves. */
function entryOf(field: HTMLElement): HTMLElement {
  if (!field.matches("fieldset")) return field;
  return field.querySelector<HTMLElement>("input:checked") ?? field.querySelector("input") ?? field;
}

function labelOf(field: HTMLElement): string {
  const label =
    field.querySelector("legend") ?? document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
  // The label itself, without « (facultatif) » after it.
  return field.getAttribute("aria-label") ?? label?.firstChild?.textContent?.trim() ?? "";
}

function tell(): void {
  for (const listener of [...listeners]) listener();
}
