// A form that is one action at its button; what is in force fills what was not
// typed. What was typed and not saved is found again until the vault locks.

import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { asFailure, call } from "../../ipc/call.ts";
import { errorAt } from "../../ipc/forms.ts";
import type { Failure, FieldKind } from "../../ipc/types.ts";
import { focusField, usePlace } from "../../parts/place.ts";
import { useUnsaved } from "../../parts/unsaved.ts";
import { isSame } from "./logic.ts";
import * as words from "./words.ts";

export interface Tie {
  name: string;
  value: string;
  error: string | null;
  onInput: (text: string) => void;
  onLeave: (() => void) | undefined;
}

export interface Form<F> {
  place: RefObject<HTMLFormElement | null>;
  typed: F;
  told: string | null;
  busy: boolean;
  /** The refusal, when it belongs to no field of the form. */
  failure: Failure | null;
  submit: (event: Event) => void;
  put: (change: Partial<F>) => void;
  /** The refusal of a field. */
  errorOf: (field: string) => string | null;
  /** A field; with its kind, what is typed is rewritten as people write it on leaving. */
  tie: (field: keyof F & string, kind?: FieldKind) => Tie;
  /** Forgets what was typed. */
  drop: () => void;
}

export function useForm<F extends object>(
  key: string,
  inForce: F,
  save: (form: F) => Promise<string>,
): Form<F> {
  const { kept, keep } = usePlace();
  const [typed, setTyped] = useState<F>(kept<F>(key) ?? inForce);
  const [refused, setRefused] = useState<Failure | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const place = useRef<HTMLFormElement>(null);
  const now = useRef(typed);
  now.current = typed;
  const isTyped = !isSame(typed, inForce);
  useUnsaved({ isUnsaved: isTyped, send: null });
  const known = useRef(inForce);
  useEffect(() => {
    if (isSame(known.current, inForce)) return;
    known.current = inForce;
    if (kept(key) === undefined) setTyped(inForce);
  }, [inForce, key, kept]);

  const action = useAction(async () => {
    setRefused(null);
    try {
      const told = await save(typed);
      keep(key, undefined);
      setTyped(known.current);
      setTold(told);
    } catch (reason) {
      const failure = asFailure(reason);
      setRefused(failure);
      focusField(place.current, failure.field);
    }
  });
  const put = (change: Partial<F>) => {
    setTold(null);
    setRefused(null);
    const next = { ...now.current, ...change };
    now.current = next;
    setTyped(next);
    keep(key, isSame(next, inForce) ? undefined : next);
  };
  const readBack = async (field: keyof F & string, kind: FieldKind) => {
    const text = String(now.current[field]);
    if (text.trim() === "") return;
    const isSame = () => String(now.current[field]) === text;
    try {
      const proper = await call("read_field", { kind, text });
      if (isSame() && proper.text !== text) put({ [field]: proper.text } as Partial<F>);
    } catch (reason) {
      if (isSame()) setRefused({ ...asFailure(reason), field });
    }
  };
  const isField = refused?.field != null && refused.field in typed;
  return {
    place,
    typed,
    told: told ?? (isTyped ? words.notYet : null),
    busy: action.busy,
    failure: isField ? null : refused,
    submit: (event: Event) => {
      event.preventDefault();
      action.run();
    },
    put,
    errorOf: (field) => errorAt(refused, field),
    tie: (field, kind) => ({
      name: field,
      value: String(typed[field]),
      error: errorAt(refused, field),
      onInput: (text: string) => put({ [field]: text } as Partial<F>),
      onLeave: kind && (() => void readBack(field, kind)),
    }),
    drop: () => keep(key, undefined),
  };
}
