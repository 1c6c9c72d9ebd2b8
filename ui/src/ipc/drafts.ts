// What is typed and not yet left, kept inside the vault: one draft per
// (dossier, form), written at most every two seconds.

import { call } from "./call.ts";

/** The time that passes: a test moves it by hand. */
export interface Clock {
  set: (work: () => void, wait: number) => unknown;
  clear: (timer: unknown) => void;
}

const clock: Clock = {
  set: (work, wait) => setTimeout(work, wait),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

export interface DraftDoor {
  keep: (dossier: number | null, form: string, body: string) => Promise<unknown>;
  drop: (dossier: number | null, form: string) => Promise<unknown>;
}

export interface DraftKeeper {
  /** What the form holds now; written within two seconds, with whatever comes until then. */
  keep: (dossier: number | null, form: string, body: object) => void;
  /** Writes at once all that is not written yet. */
  flush: () => Promise<void>;
  /** The action that ends the form is sent: nothing more is written for it. */
  forget: (dossier: number | null, form: string) => void;
  /** « Abandonner ». */
  drop: (dossier: number | null, form: string) => Promise<void>;
  /** The vault is locked: nothing more can be written. */
  stop: () => void;
}

const EVERY = 2000;

interface Pending {
  dossier: number | null;
  form: string;
  body: object;
  timer: unknown;
}

export function draftKeeper(door: DraftDoor, timers: Clock = clock): DraftKeeper {
  const pending = new Map<string, Pending>();
  const name = (dossier: number | null, form: string) => `${dossier ?? ""}/${form}`;
  const write = async (key: string): Promise<void> => {
    const draft = pending.get(key);
    if (!draft) return;
    pending.delete(key);
    timers.clear(draft.timer);
    // A draft too long or a locked vault loses the draft, never what is on screen.
    await door.keep(draft.dossier, draft.form, JSON.stringify(draft.body)).catch(() => undefined);
  };
  const forget = (dossier: number | null, form: string): void => {
    const key = name(dossier, form);
    timers.clear(pending.get(key)?.timer);
    pending.delete(key);
  };
  return {
    keep: (dossier, form, body) => {
      const key = name(dossier, form);
      const draft = pending.get(key);
      if (draft) draft.body = body;
      else pending.set(key, { dossier, form, body, timer: timers.set(() => void write(key), EVERY) });
    },
    flush: async () => {
      await Promise.all([...pending.keys()].map(write));
    },
    forget,
    drop: async (dossier, form) => {
      forget(dossier, form);
      await door.drop(dossier, form).catch(() => undefined);
    },
    stop: () => {
      for (const draft of pending.values()) timers.clear(draft.timer);
      pending.clear();
    },
  };
}

export const drafts = draftKeeper({
  keep: (dossier, form, body) => call("keep_draft", { dossier, form, body }),
  drop: (dossier, form) => call("drop_draft", { dossier, form }),
});

export interface FoundDraft<T> {
  body: T;
  keptAt: string;
}

/** The draft left by this form, read into its `blank` shape. */
export async function findDraft<T extends object>(
  dossier: number | null,
  form: string,
  blank: T,
): Promise<FoundDraft<T> | null> {
  await drafts.flush();
  const { body, kept_at } = await call("draft", { dossier, form });
  const read = body === null ? null : readDraft(body, blank);
  return read && { body: read, keptAt: kept_at ?? "" };
}

/** Takes from a kept draft what the form still knows; anything else is left. */
export function readDraft<T extends object>(body: string, blank: T): T | null {
  let kept: unknown;
  try {
    kept = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof kept !== "object" || kept === null) return null;
  const known = Object.entries(kept).filter(([key, value]) => {
    const shape = (blank as Record<string, unknown>)[key];
    return Object.hasOwn(blank, key) && (shape === null || typeof shape === typeof value);
  });
  return known.length === 0 ? null : { ...blank, ...Object.fromEntries(known) };
}
