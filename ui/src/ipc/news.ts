// What the door tells the window without being asked: the office changed, the
// vault locked, the window is about to close, a demonstration was left, a call takes more than a second, no call does any more.

import type { CallName } from "./kinds.ts";
import type { Opened } from "./types.ts";

export type LockReason = "asked" | "idle" | "suspend";
export type News =
  | { told: "changed"; by: CallName }
  | { told: "locked"; reason: LockReason; minutes: number | null }
  | { told: "locking"; reason: LockReason; minutes: number | null }
  | { told: "closing" }
  | { told: "left"; opened: Opened | null }
  | { told: "slow"; call: CallName }
  | { told: "answered" };

/** Another office is on the desk, open or not: everything is read again from the start. */
export function theOfficeIsAnother(opened: Opened | null): void {
  tell({ told: "left", opened });
}

const listeners = new Set<(news: News) => void>();

/** Returns what stops the listening. */
export function onNews(listener: (news: News) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function tell(news: News): void {
  for (const listener of [...listeners]) listener(news);
}
