// A clock moved by hand, for tests.

import type { Clock } from "./drafts.ts";

export function handClock(): { clock: Clock; pass: (milliseconds: number) => void; waiting: () => number } {
  let now = 0;
  let next = 0;
  const due = new Map<number, { at: number; work: () => void }>();
  return {
    clock: {
      set: (work, wait) => {
        next += 1;
        due.set(next, { at: now + wait, work });
        return next;
      },
      clear: (timer) => {
        due.delete(timer as number);
      },
    },
    pass: (milliseconds) => {
      now += milliseconds;
      for (const [key, { at, work }] of [...due]) {
        if (at <= now && due.delete(key)) work();
      }
    },
    waiting: () => due.size,
  };
}
