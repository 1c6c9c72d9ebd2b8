// The one form: what is typed over what is recorded. It is kept in the vault until it is sent or given up, read back
// field by field and refused field by field; whatever is read again meanwhile, what was typed stays.

import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { focusField, focusOn } from "../parts/place.ts";
import { refusedFields, useUnsaved } from "../parts/unsaved.ts";
import { useAction } from "./answers.ts";
import { asFailure, call } from "./call.ts";
import { drafts, findDraft } from "./drafts.ts";
import { sentence } from "./sentence.ts";
import type { Failure, FieldKind } from "./types.ts";

export interface FormDoor<F, A extends unknown[]> {
  /** The name its draft is kept under; after a colon, which one of several: `hearing:7`. */
  name: string;
  dossier?: number | null;
  /** What is recorded, or what a new one starts with. */
  recorded: F;
  /** Sends the form; a sentence it gives back is shown until something else is typed. */
  send: (typed: F, ...given: A) => Promise<unknown>;
  /** It asks and records nothing: no draft of it is kept, it is never unsaved, and what was asked stays typed. */
  isQuestion?: boolean;
  /** Whether its draft holds the fields that were not typed too: whoever opens it again does not have them. */
  isWhole?: boolean;
  /** What its draft holds beside the fields: a draft that holds something else is left alone. */
  of?: Readonly<Record<string, string | number | null>>;
}

/** The fields of a form that are text. */
export type TextKey<F> = { [K in keyof F]: F[K] extends string ? K : never }[keyof F] & string;

/** What ties a text field to the form. */
export interface Tie {
  name: string;
  value: string;
  error: string | null;
  onInput: (text: string) => void;
  onLeave?: () => void;
}

export interface Form<F, A extends unknown[] = []> {
  /** The form on the page, where the refused field has the focus. */
  place: RefObject<HTMLFormElement | null>;
  typed: F;
  isBlank: boolean;
  /** When the draft it goes on from was kept, in UTC. */
  keptAt: string | null;
  /** What is typed, or what it becomes from all that was typed until now. */
  put: (change: Partial<F> | ((typed: F) => Partial<F>)) => void;
  /** Ties a text field; one of a kind is rewritten on leaving it as people write it. */
  tie: (field: keyof F & string, kind?: FieldKind) => Tie;
  errors: Readonly<Record<string, string>>;
  errorOf: (field: string) => string | null;
  /** The refusal that is at no field of the page. */
  failure: Failure | null;
  /** What was said of the last sending. */
  told: string | null;
  busy: boolean;
  /** Gives back what the sending answered; nothing when it was refused. */
  run: (...given: A) => Promise<unknown>;
  /** Leaves the form with nothing kept of it. */
  giveUp: () => void;
}

export function useForm<F extends object, A extends unknown[] = []>(door: FormDoor<F, A>): Form<F, A> {
  const { dossier = null, isQuestion = false } = door;
  const keeper = isQuestion ? null : drafts;
  const name = door.name.replace(/[^!-~]/g, "_");
  const latest = useRef(door);
  latest.current = door;
  const [changes, setChanges] = useState<Partial<F>>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [keptAt, setKeptAt] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [refused, setRefused] = useState({ field: null as string | null, turn: 0 });
  const place = useRef<HTMLFormElement>(null);
  const now = useRef(changes);
  const isKept = useRef(false);
  const under = useRef(name);
  /** One turn for each form shown under a name and for each sending: what was asked before is not heard any more. */
  const turn = useRef(0);
  /** The fields shown, with how the desk reads them. */
  const shown = useRef(new Map<string, FieldKind | undefined>());
  shown.current = new Map();
  const whole = (next: Partial<F>): F => ({ ...latest.current.recorded, ...next });
  const isNothing = (typed: F) => isSame(typed, latest.current.recorded);
  const typed = whole(changes);
  const isBlank = isNothing(typed);
  useUnsaved({ isUnsaved: !isBlank && !isQuestion, send: null });

  const hold = (next: Partial<F>) => {
    now.current = next;
    setChanges(next);
    if (!isNothing(whole(next)))
      keeper?.keep(dossier, name, { ...(door.isWhole ? whole(next) : next), ...door.of });
    else if (isKept.current) void keeper?.drop(dossier, name);
    isKept.current = !isNothing(whole(next));
  };
  // Before the first key: what is typed meanwhile is not written over the draft that is looked for.
  useLayoutEffect(() => {
    const { of = {}, recorded } = latest.current;
    const asked = ++turn.current;
    if (under.current !== name) {
      under.current = name;
      isKept.current = false;
      now.current = {};
      setChanges({});
      setErrors({});
    }
    if (isQuestion) return;
    const marks = Object.fromEntries(Object.keys(of).map((key) => [key, null]));
    findDraft(dossier, name, { ...recorded, ...marks })
      .then((found) => {
        const body = Object.entries(found?.body ?? {});
        if (!found || asked !== turn.current || body.some(([key, value]) => key in of && of[key] !== value))
          return;
        const later = body.filter(([key, value]) => !(key in of) && !isSame(value, recorded[key as keyof F]));
        isKept.current = true;
        setKeptAt(found.keptAt);
        hold({ ...(Object.fromEntries(later) as Partial<F>), ...now.current });
        for (const [field, kind] of shown.current) if (kind) void readBack(field, kind);
      })
      .catch(() => undefined);
    return () => {
      turn.current += 1;
    };
  }, [dossier, name]);

  const readBack = async (field: string, kind: FieldKind) => {
    const asked = turn.current;
    const textOf = () => String(whole(now.current)[field as keyof F]);
    const text = textOf();
    if (text.trim() === "") return;
    const isStill = () => asked === turn.current && textOf() === text;
    try {
      const proper = await call("read_field", { kind, text });
      if (isStill() && proper.text !== text) hold({ ...now.current, [field]: proper.text });
    } catch (reason) {
      const message = sentence(asFailure(reason));
      if (isStill()) setErrors((all) => ({ ...all, [field]: message }));
    }
  };

  const action = useAction(async (...given: A) => {
    const sent = whole(now.current);
    turn.current += 1;
    setErrors({});
    keeper?.forget(dossier, name);
    try {
      const answer = await latest.current.send(sent, ...given);
      setKeptAt(null);
      setTold(typeof answer === "string" ? answer : null);
      if (isQuestion) return answer ?? true;
      // What was typed while it was being sent is not sent yet.
      const later = Object.entries(now.current).filter(([field, value]) => value !== sent[field as keyof F]);
      hold(Object.fromEntries(later) as Partial<F>);
      return answer ?? true;
    } catch (reason) {
      hold(now.current);
      const failure = asFailure(reason);
      const all = [{ field: failure.field, message: sentence(failure) }, ...(failure.others ?? [])];
      const atField = all.filter(({ field }) => field !== null && shown.current.has(field));
      setErrors(Object.fromEntries(atField.map(({ field, message }) => [field, message])));
      setRefused((last) => ({ field: failure.field, turn: last.turn + 1 }));
      if (atField.some(({ field }) => field === failure.field)) return undefined;
      throw reason;
    }
  });
  useLayoutEffect(() => {
    if (refused.turn === 0) return;
    const [first] = refusedFields(place.current);
    if (first) focusOn(first.field);
    else focusField(place.current, refused.field);
  }, [refused.turn]);
  const put: Form<F, A>["put"] = (given) => {
    const change = typeof given === "function" ? given(whole(now.current)) : given;
    action.clear();
    setTold(null);
    // What stands inside a field that is no text is corrected with it.
    const isCorrected = (field: string) => field in change || !(field in typed);
    setErrors((all) => Object.fromEntries(Object.entries(all).filter(([field]) => !isCorrected(field))));
    hold({ ...now.current, ...change });
  };
  return {
    place,
    typed,
    isBlank,
    keptAt,
    put,
    tie: (field, kind) => {
      shown.current.set(field, kind);
      return {
        name: field,
        value: String(typed[field]),
        error: errors[field] ?? null,
        onInput: (text) => put({ [field]: text } as unknown as Partial<F>),
        ...(kind && { onLeave: () => void readBack(field, kind) }),
      };
    },
    errors,
    errorOf: (field) => {
      shown.current.set(field, shown.current.get(field));
      return errors[field] ?? null;
    },
    failure: action.failure,
    told,
    busy: action.busy,
    run: action.run,
    giveUp: () => {
      turn.current += 1;
      setErrors({});
      setKeptAt(null);
      hold({});
    },
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
