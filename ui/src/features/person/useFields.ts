// A form whose fields are saved one by one, each on being left: one action
// each. What is typed and not left is its draft.

import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import { asFailure, call } from "../../ipc/call.ts";
import { drafts, findDraft } from "../../ipc/drafts.ts";
import { sentence } from "../../ipc/forms.ts";
import type { FormKey } from "../../ipc/types.ts";
import { momentText } from "../../parts/moment.ts";
import { useUnsaved } from "../../parts/unsaved.ts";
import { nothingTyped, readingOf, stillTyped, typing } from "./logic.ts";

export interface Fields<F> {
  tie: (field: keyof F & string) => {
    name: string;
    value: string;
    error: string | undefined;
    onInput: (text: string) => void;
    onLeave: () => void;
  };
  /** When a draft was kept, if one was found. */
  found: string | null;
  /** The fields typed and not saved. */
  unsaved: readonly (keyof F & string)[];
  giveUp: () => void;
}

export function useFields<F extends object>(
  dossier: number,
  form: FormKey,
  saved: F,
  save: (field: keyof F & string, value: string) => Promise<void>,
): Fields<F> {
  const [typed, dispatch] = useReducer(typing, nothingTyped);
  const [found, setFound] = useState<string | null>(null);
  const texts = saved as Readonly<Record<string, string>>;
  const now = useRef({ typed, texts });
  now.current = { typed, texts };

  useEffect(() => {
    findDraft(dossier, form, { values: {} as Record<string, unknown> })
      .then((draft) => {
        const values = draft ? stillTyped(draft.body.values, now.current.texts) : {};
        if (!draft || Object.keys(values).length === 0) return;
        dispatch({ does: "restore", values });
        setFound(momentText(draft.keptAt));
        for (const [field, text] of Object.entries(values)) readAgain(field, text);
      })
      .catch(() => undefined);
  }, [dossier, form]);

  /** A field left refused says why again. */
  const readAgain = async (field: string, text: string) => {
    const kind = readingOf[field];
    if (kind === undefined) return;
    try {
      await call("read_field", { kind, text });
    } catch (reason) {
      dispatch({ does: "refused", field, text, message: sentence(asFailure(reason)) });
    }
  };

  const leave = async (field: keyof F & string) => {
    const text = now.current.typed.values[field];
    if (text === undefined) return;
    if (text === now.current.texts[field]) {
      dispatch({ does: "drop", field });
      if (!keepOthers(field)) drafts.drop(dossier, form);
      return;
    }
    drafts.forget(dossier, form);
    try {
      await save(field, text);
      dispatch({ does: "saved", field, text });
      setFound(null);
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

  useUnsaved({
    isUnsaved: Object.entries(typed.values).some(([field, text]) => text !== texts[field]),
    send: async () => {
      for (const field of Object.keys(now.current.typed.values)) await leave(field as keyof F & string);
    },
  });

  return {
    tie: (field) => ({
      name: field,
      value: typed.values[field] ?? texts[field] ?? "",
      error: typed.errors[field],
      onInput: (text) => {
        dispatch({ does: "type", field, text });
        drafts.keep(dossier, form, { values: { ...now.current.typed.values, [field]: text } });
      },
      onLeave: () => void leave(field),
    }),
    found,
    unsaved: Object.keys(typed.values) as (keyof F & string)[],
    giveUp: () => {
      dispatch({ does: "clear" });
      setFound(null);
      drafts.drop(dossier, form);
    },
  };
}
