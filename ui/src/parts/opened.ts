// What is chosen or open on a screen, by its key: what was there when the vault locked is there again after it.

import { useEffect, useState } from "preact/hooks";

/** What is open now, by its name; a key or a date, never what is typed. */
const open = new Map<string, unknown>();
let atLock = new Map<string, unknown>();

/** The vault locks: what is open is remembered until it is shown again. */
export function rememberOpened(): void {
  atLock = new Map(open);
}

/** Another office is on the desk. */
export function forgetOpened(): void {
  atLock.clear();
}

/** A state of this name, alone on the screen. */
export function useOpened<T>(name: string, start: T): [T, (next: T) => void] {
  const [opened, set] = useState<T>(() => (atLock.has(name) ? (atLock.get(name) as T) : start));
  useEffect(() => {
    atLock.delete(name);
    open.set(name, opened);
    return () => void open.delete(name);
  }, [name, opened]);
  return [opened, set];
}
