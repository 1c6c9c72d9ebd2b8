// What the door tells the window without being asked: the office changed, the
// vault locked, the window is about to close, a demonstration was left, files are held over it or let go on it, a call takes more than a second, no call does any more.

import type { CallName } from "./kinds.ts";
import type { Opened } from "./types.ts";

/** A file outside, known by its handle: its path stays in Rust. */
export interface Handle {
  handle: string;
  name: string;
}

export type LockReason = "asked" | "idle" | "suspend";
export type News =
  | { told: "changed"; by: CallName }
  | { told: "locked"; reason: LockReason; minutes: number | null }
  | { told: "locking"; reason: LockReason; minutes: number | null }
  | { told: "closing" }
  | { told: "left"; opened: Opened | null }
  | { told: "dragging"; isOver: boolean }
  | { told: "dropped"; files: Handle[] }
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
