// A form that is one action at its button: kept as a draft while it is typed,
// sent once, its refusal shown with what was typed.

import { useRef, useState } from "preact/hooks";
import { useAction } from "./answers.ts";
import { asFailure, call } from "./call.ts";
import { drafts } from "./drafts.ts";
import type { Failure, FieldKind, FormKey } from "./types.ts";

export interface FormDoor<F> {
  dossier: number;
  form: FormKey;
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

/** The refusal of one field, as the field shows it. */
export function errorAt(refused: Failure | null, field: string): string | null {
  return refused?.field === field ? sentence(refused) : null;
}

/** What happened, then what to do. */
export function sentence(failure: Pick<Failure, "message" | "remedy">): string {
  return [failure.message, failure.remedy].filter(Boolean).join(" ");
}
