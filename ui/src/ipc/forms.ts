// A form that is one action at its button: sent once, its refusal shown with
// what was typed. The window knows it is unsaved for as long as it is.

import { useEffect, useRef, useState } from "preact/hooks";
import { useUnsaved } from "../parts/unsaved.ts";
import { type Action, useAction } from "./answers.ts";
import { asFailure, call } from "./call.ts";
import { drafts, findDraft } from "./drafts.ts";
import type { Failure, FieldKind } from "./types.ts";

export interface FormDoor<F> {
  dossier: number;
  form: string;
  start: F;
  isBlank: (typed: F) => boolean;
  /** What the draft holds of the form. */
  draftOf: (typed: F) => object;
  /** Sends the form and gives back what the next one starts with. */
  send: (typed: F) => Promise<F>;
  onRefused: (field: string | null) => void;
}

/** The fields of a form that are text. */
export type TextKey<F> = { [K in keyof F]: F[K] extends string ? K : never }[keyof F] & string;

export interface DraftedForm<F> {
  typed: F;
  isBlank: boolean;
  put: (change: Partial<F>) => void;
  /** What ties a text field to the form; one of a kind is read back on leaving it. */
  tie: <K extends TextKey<F>>(
    field: K,
    kind?: FieldKind,
  ) => {
    name: K;
    value: F[K];
    error: string | null;
    onInput: (text: string) => void;
    onLeave?: () => void;
  };
  /** Reads a field back as people write it, on leaving it or on finding it again. */
  readBack: (field: keyof F & string, kind: FieldKind) => void;
  refused: Failure | null;
  run: () => void;
  busy: boolean;
  /** Leaves the form with nothing kept of it. */
  giveUp: () => void;
}

export function useDraftedForm<F extends object>(door: FormDoor<F>): DraftedForm<F> {
  const { dossier, form } = door;
  const [typed, setTyped] = useState<F>(door.start);
  const [refused, setRefused] = useState<Failure | null>(null);
  const now = useRef(typed);
  now.current = typed;

  const isOver = useRef(false);
  useUnsaved({ isUnsaved: !door.isBlank(typed), send: null });

  const hold = (change: Partial<F>) => {
    const next = { ...now.current, ...change };
    now.current = next;
    setTyped(next);
    if (door.isBlank(next)) drafts.drop(dossier, form);
    else drafts.keep(dossier, form, door.draftOf(next));
  };
  const readBack = async (field: keyof F & string, kind: FieldKind) => {
    const text = String(now.current[field]);
    if (text.trim() === "") return;
    // A form sent or left meanwhile is not touched any more.
    const isSame = () => !isOver.current && String(now.current[field]) === text;
    try {
      const proper = await call("read_field", { kind, text });
      if (isSame() && proper.text !== text) hold({ [field]: proper.text } as Partial<F>);
    } catch (reason) {
      if (isSame()) setRefused({ ...asFailure(reason), field });
    }
  };

  const action = useAction(async () => {
    isOver.current = true;
    drafts.forget(dossier, form);
    try {
      const next = await door.send(now.current);
      now.current = next;
      setTyped(next);
      setRefused(null);
    } catch (reason) {
      const failure = asFailure(reason);
      drafts.keep(dossier, form, door.draftOf(now.current));
      setRefused(failure);
      door.onRefused(failure.field);
    } finally {
      isOver.current = false;
    }
  });
  const put = (change: Partial<F>) => {
    setRefused(null);
    hold(change);
  };
  return {
    typed,
    isBlank: door.isBlank(typed),
    put,
    tie: (field, kind) => ({
      name: field,
      value: typed[field],
      error: errorAt(refused, field),
      onInput: (text) => put({ [field]: text } as unknown as Partial<F>),
      ...(kind && { onLeave: () => void readBack(field, kind) }),
    }),
    readBack: (field, kind) => void readBack(field, kind),
    refused,
    run: () => void action.run(),
    busy: action.busy,
    giveUp: () => {
      isOver.current = true;
      drafts.drop(dossier, form);
    },
  };
}

/** Where what is typed in a form is kept when the vault locks. */
export interface DraftPlace {
  dossier: number | null;
  form: string;
  /** Which one of several forms that share the key; empty for the only one. */
  of: string;
}

export interface TypedForm<F, A extends unknown[] = []> {
  typed: F;
  isBlank: boolean;
  put: (change: Partial<F>) => void;
  tie: <K extends TextKey<F>>(
    field: K,
  ) => { name: K; value: F[K]; error: string | null; onInput: (text: string) => void };
  errorOf: (field: keyof F & string) => string | null;
  refused: Failure | null;
  /** The refusal, when it belongs to no field of the form. */
  failure: Failure | null;
  busy: boolean;
  run: Action<A, unknown>["run"];
}

/**
 * A form over what is recorded: fields that were typed keep what was typed,
 * whatever is read again meanwhile; the others follow `recorded`.
 */
export function useTypedForm<F extends object, A extends unknown[] = []>(
  recorded: F,
  send: (typed: F, ...given: A) => Promise<unknown>,
  draft: DraftPlace | null = null,
): TypedForm<F, A> {
  const [changes, setChanges] = useState<Partial<F>>({});
  const now = useRef(changes);
  const typed = { ...recorded, ...changes };
  const isBlank = isSame(typed, recorded);
  useUnsaved({ isUnsaved: !isBlank, send: null });

  const hold = (next: Partial<F>) => {
    now.current = next;
    setChanges(next);
    if (!draft) return;
    if (isSame({ ...recorded, ...next }, recorded)) drafts.drop(draft.dossier, draft.form);
    else drafts.keep(draft.dossier, draft.form, { ...next, of: draft.of });
  };
  useEffect(() => {
    if (!draft) return;
    findDraft(draft.dossier, draft.form, { ...recorded, of: "" })
      .then((found) => {
        if (found?.body.of !== draft.of) return;
        const { of: _, ...fields } = found.body;
        hold({ ...(fields as unknown as Partial<F>), ...now.current });
      })
      .catch(() => undefined);
  }, []);

  const action = useAction(async (...given: A) => {
    const sent = { ...recorded, ...now.current };
    if (draft) drafts.forget(draft.dossier, draft.form);
    try {
      const answer = await send(sent, ...given);
      // What was typed while it was being sent is not sent yet.
      const later = Object.entries(now.current).filter(([field, value]) => value !== sent[field as keyof F]);
      hold(Object.fromEntries(later) as Partial<F>);
      return answer;
    } catch (reason) {
      hold(now.current);
      throw reason;
    }
  });
  const put = (change: Partial<F>) => {
    action.clear();
    hold({ ...now.current, ...change });
  };
  const { failure: refused } = action;
  return {
    typed,
    isBlank,
    put,
    tie: (field) => ({
      name: field,
      value: typed[field],
      error: errorAt(refused, field),
      onInput: (text) => put({ [field]: text } as unknown as Partial<F>),
    }),
    errorOf: (field) => errorAt(refused, field),
    refused,
    failure: refused?.field != null && refused.field in recorded ? null : refused,
    busy: action.busy,
    run: action.run,
  };
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Sends a form by its own button or by Entrée, the page staying where it is. */
export function sends(run: () => unknown): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    void run();
  };
}

/** The refusal of one field, as the field shows it. */
export function errorAt(refused: Failure | null, field: string): string | null {
  return refused?.field === field ? sentence(refused) : null;
}

/** What happened, then what to do. */
export function sentence(failure: Pick<Failure, "message" | "remedy">): string {
  return [failure.message, failure.remedy].filter(Boolean).join(" ");
}
