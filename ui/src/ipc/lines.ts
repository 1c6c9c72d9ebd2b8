// The lines of a ledger, one action each; the draft of a line, being added or being edited: found on arriving, gone with
// its action.

import type { RefObject } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type Ledger, useLedger } from "../parts/ledger.ts";
import { asFailure, call } from "./call.ts";
import { drafts, findDraft } from "./drafts.ts";
import type { Failure } from "./types.ts";

export interface LineDraft<T> {
  body: T;
  keptAt: string;
}

export interface LineDrafts<T> {
  found: LineDraft<T> | null;
  /** The line is sent, or given up: the notice goes. */
  settle: () => void;
  keep: (body: T) => void;
  /** The line is being sent: nothing more is written for it. */
  forget: () => void;
  drop: () => void;
}

export function useLineDraft<T extends object>(
  dossier: number,
  form: string,
  blank: T,
  isReady: boolean,
  onFound: (body: T) => void,
): LineDrafts<T> {
  const [found, setFound] = useState<LineDraft<T> | null>(null);
  const latest = useRef({ blank, onFound });
  latest.current = { blank, onFound };
  useEffect(() => {
    if (!isReady) return;
    findDraft(dossier, form, latest.current.blank)
      .then((draft) => {
        if (!draft) return;
        setFound(draft);
        latest.current.onFound(draft.body);
      })
      .catch(() => undefined);
  }, [dossier, form, isReady]);
  const settle = useCallback(() => setFound(null), []);
  return {
    found,
    settle,
    keep: (body) => drafts.keep(dossier, form, body),
    forget: () => drafts.forget(dossier, form),
    drop: () => {
      settle();
      drafts.drop(dossier, form);
    },
  };
}

export interface LinesDoor<R, V> {
  dossier: number;
  form: string;
  /** What its draft calls the line that is edited. */
  line: string;
  /** Whether the lines are there. */
  isReady?: boolean;
  rows: readonly R[];
  id: (row: R) => number;
  values: (row: R) => V;
  blank: V;
  /** The field F2 opens. */
  mainField: keyof V & string;
  /** Whether Entrée opens the next line, or rests on it. */
  afterEnter?: "open" | "rest";
  change: (line: number, typed: V) => Promise<void>;
  remove: (line: number) => Promise<void>;
  /** Opens the line of a draft found on arriving, where its row is not there by itself. */
  onFound?: (line: number, typed: V) => void;
  /** Whether a row cannot be removed. */
  stays?: (row: R) => boolean;
}

export interface Lines<V> {
  ledger: Ledger<V>;
  /** The draft of a line, found on arriving; a line to be added is `null` in it. */
  found: { line: number | null; keptAt: string } | null;
  failure: Failure | null;
  /** Runs an action whose refusal stands over the lines; `false` when it is refused. */
  attempt: (action: () => Promise<void>) => Promise<boolean>;
  isAdding: boolean;
  /** What holds the button that adds, where the focus comes back. */
  addButton: RefObject<HTMLSpanElement | null>;
  /** Opens the form that adds, once the line being edited is sent. */
  add: () => Promise<void>;
  /** A line was added: nothing is left to be told of a draft. */
  settle: () => void;
  close: () => void;
}

/** The fields of a line, without what a view or a draft adds to them; a draft of before may lack some. */
export function fieldsOnly<V extends object>(blank: V, body: Partial<V>): V {
  const known = (Object.keys(blank) as (keyof V)[]).filter((field) => body[field] !== undefined);
  return { ...blank, ...Object.fromEntries(known.map((field) => [field, body[field]])) };
}

export function useLines<R, V extends object>(door: LinesDoor<R, V>): Lines<V> {
  const { dossier, form, rows, id } = door;
  const [isAdding, setAdding] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const addButton = useRef<HTMLSpanElement>(null);
  const reopen = useRef<(line: number, typed: V) => void>(() => undefined);
  const bodyOf = (line: number | null, typed: V) => ({ ...typed, [door.line]: line });
  const lineOf = (body: object) => (body as Record<string, number | null>)[door.line] ?? null;
  const draft = useLineDraft<object>(
    dossier,
    form,
    bodyOf(null, door.blank),
    door.isReady ?? true,
    (body) => {
      const line = lineOf(body);
      if (line === null) setAdding(true);
      else (door.onFound ?? reopen.current)(line, fieldsOnly(door.blank, body));
    },
  );
  const attempt = async (action: () => Promise<void>) => {
    setFailure(null);
    try {
      await action();
      return true;
    } catch (reason) {
      setFailure(asFailure(reason));
      return false;
    }
  };
  const ledger = useLedger<V>({
    lines: rows.map(id),
    values: (line) => {
      const row = rows.find((one) => id(one) === line);
      return row ? door.values(row) : null;
    },
    mainCell: () => door.mainField,
    afterEnter: door.afterEnter ?? "rest",
    send: async (line, typed) => {
      draft.forget();
      try {
        await door.change(line, typed);
        draft.settle();
        return null;
      } catch (reason) {
        draft.keep(bodyOf(line, typed));
        return asFailure(reason);
      }
    },
    remove: async (line) => {
      setFailure(null);
      if (rows.some((row) => id(row) === line && door.stays?.(row))) return false;
      draft.forget();
      return attempt(() => door.remove(line));
    },
    keep: (line, typed) => draft.keep(bodyOf(line, typed)),
    giveUp: draft.drop,
    readDate: (text) =>
      call("read_field", { kind: "date", text })
        .then((read) => read.text)
        .catch(() => null),
  });
  reopen.current = (line, typed) => ledger.open(line, undefined, typed);
  return {
    ledger,
    found: draft.found && { line: lineOf(draft.found.body), keptAt: draft.found.keptAt },
    failure,
    attempt,
    isAdding,
    addButton,
    add: async () => {
      if (await ledger.finish()) setAdding(true);
    },
    settle: draft.settle,
    close: () => {
      draft.settle();
      setAdding(false);
      addButton.current?.querySelector("button")?.focus();
    },
  };
}
