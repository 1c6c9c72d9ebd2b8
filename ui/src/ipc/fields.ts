// Fields saved one by one, each on being left: one action each. What is typed
// and not left is their draft.

import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import { asFailure, call } from "./call.ts";
import { drafts, findDraft } from "./drafts.ts";
import { sentence } from "./sentence.ts";
import type { FieldKind } from "./types.ts";

/** What is typed over the saved values and not saved yet, field by field. */
export interface Typing {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

export const nothingTyped: Typing = { values: {}, errors: {} };

export type TypingStep =
  | { does: "type"; field: string; text: string }
  | { does: "restore"; values: Readonly<Record<string, string>> }
  | { does: "saved"; field: string; text: string }
  | { does: "refused"; field: string; text: string; message: string }
  | { does: "drop"; field: string }
  | { does: "clear" };

export function typing(state: Typing, step: TypingStep): Typing {
  switch (step.does) {
    case "type":
      return {
        values: { ...state.values, [step.field]: step.text },
        errors: without(state.errors, step.field),
      };
    case "restore":
      return { values: { ...step.values, ...state.values }, errors: state.errors };
    case "saved":
      // What was typed since it was sent is not saved yet.
      return state.values[step.field] === step.text
        ? typing(state, { does: "drop", field: step.field })
        : state;
    case "refused":
      return state.values[step.field] === step.text
        ? { ...state, errors: { ...state.errors, [step.field]: step.message } }
        : state;
    case "drop":
      return { values: without(state.values, step.field), errors: without(state.errors, step.field) };
    case "clear":
      return nothingTyped;
  }
}

function without(record: Readonly<Record<string, string>>, field: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== field));
}

/** The texts of a kept draft that still differ from what is saved. */
export function stillTyped(
  kept: Readonly<Record<string, unknown>>,
  saved: Readonly<Record<string, string>>,
): Record<string, string> {
  const texts = Object.entries(kept).filter(
    (pair): pair is [string, string] =>
      typeof pair[1] === "string" && Object.hasOwn(saved, pair[0]) && saved[pair[0]] !== pair[1],
  );
  return Object.fromEntries(texts);
}

export interface Fields<F> {
  tie: (field: keyof F & string) => {
    name: string;
    value: string;
    error: string | undefined;
    onInput: (text: string) => void;
    onLeave: () => void;
  };
  /** When a draft was kept, in UTC, if one was found; the screen words it. */
  keptAt: string | null;
  /** The fields typed and not saved. */
  unsaved: readonly (keyof F & string)[];
  giveUp: () => void;
  /** What the screen tells the window of what is not saved. */
  typed: { isUnsaved: boolean; send: () => Promise<void> };
}

export interface FieldsDoor<F> {
  dossier: number;
  form: string;
  saved: F;
  /** How the desk reads a field again; plain words and choices are not read. */
  readings: Readonly<Partial<Record<string, FieldKind>>>;
  save: (field: keyof F & string, value: string) => Promise<void>;
}

export function useSavedFields<F extends object>(door: FieldsDoor<F>): Fields<F> {
  const { dossier, form, saved } = door;
  const [typed, dispatch] = useReducer(typing, nothingTyped);
  const [keptAt, setKeptAt] = useState<string | null>(null);
  const texts = saved as Readonly<Record<string, string>>;
  const now = useRef({ typed, texts, door });
  now.current = { typed, texts, door };
  const sending = useRef(new Map<string, { text: string; done: Promise<void> }>());

  useEffect(() => {
    findDraft(dossier, form, { values: {} as Record<string, unknown> })
      .then((draft) => {
        const values = draft ? stillTyped(draft.body.values, now.current.texts) : {};
        if (!draft || Object.keys(values).length === 0) return;
        dispatch({ does: "restore", values });
        setKeptAt(draft.keptAt);
        for (const [field, text] of Object.entries(values)) readAgain(field, text);
      })
      .catch(() => undefined);
  }, [dossier, form]);

  /** A field left refused says why again. */
  const readAgain = async (field: string, text: string) => {
    const kind = now.current.door.readings[field];
    if (kind === undefined) return;
    try {
      await call("read_field", { kind, text });
    } catch (reason) {
      dispatch({ does: "refused", field, text, message: sentence(asFailure(reason)) });
    }
  };

  const leave = async (field: keyof F & string): Promise<void> => {
    const text = now.current.typed.values[field];
    if (text === undefined) return;
    if (text === now.current.texts[field]) {
      dispatch({ does: "drop", field });
      if (!keepOthers(field)) drafts.drop(dossier, form);
      return;
    }
    // A choice is sent as it is made, and its list left meanwhile: it is one action.
    const sent = sending.current.get(field);
    if (sent?.text === text) return sent.done;
    const done = save(field, text);
    sending.current.set(field, { text, done });
    await done;
    if (sending.current.get(field)?.done === done) sending.current.delete(field);
  };

  const save = async (field: keyof F & string, text: string) => {
    drafts.forget(dossier, form);
    try {
      await now.current.door.save(field, text);
      dispatch({ does: "saved", field, text });
      setKeptAt(null);
      keepOthers(field);
    } catch (reason) {
      dispatch({ does: "refused", field, text, message: sentence(asFailure(reason)) });
      drafts.keep(dossier, form, { values: now.current.typed.values });
    }
  };

  /** Saving one field drops the draft of all: those still unsaved are kept again. */
  const keepOthers = (field: string): boolean => {
    const { [field]: _, ...others } = now.current.typed.values;
    const areLeft = Object.keys(others).length > 0;
    if (areLeft) drafts.keep(dossier, form, { values: others });
    return areLeft;
  };

  return {
    tie: (field) => ({
      name: field,
      value: typed.values[field] ?? texts[field] ?? "",
      error: typed.errors[field],
      onInput: (text) => {
        const step = { does: "type", field, text } as const;
        // What is chosen in a list is left at once: before the page is drawn again.
        now.current = { ...now.current, typed: typing(now.current.typed, step) };
        dispatch(step);
        drafts.keep(dossier, form, { values: now.current.typed.values });
      },
      onLeave: () => void leave(field),
    }),
    keptAt,
    unsaved: Object.keys(typed.values) as (keyof F & string)[],
    giveUp: () => {
      dispatch({ does: "clear" });
      setKeptAt(null);
      drafts.drop(dossier, form);
    },
    typed: {
      isUnsaved: Object.entries(typed.values).some(([field, text]) => text !== texts[field]),
      send: async () => {
        for (const field of Object.keys(now.current.typed.values)) await leave(field as keyof F & string);
      },
    },
  };
}
