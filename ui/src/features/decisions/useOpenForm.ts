// Which form is open: one at a time, a draft found on arriving first.

import { useEffect, useRef, useState } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { drafts, findDraft } from "../../ipc/drafts.ts";
import type { DecisionForm, DecisionsView, OfferedForm } from "../../ipc/types.ts";
import { momentText } from "../../parts/moment.ts";
import { blankTyped, draftKeys, isStillOffered, nameOf, nameOfTyped, type Typed, typedOf } from "./logic.ts";
import * as words from "./words.ts";

export interface OpenForm {
  /** Tells one opening from the next. */
  turn: number;
  title: string;
  note: string;
  nextHint: string;
  warning: string;
  blank: Typed;
  start: Typed;
  keptAt: string | null;
  /** The button of the fact being corrected, which gets the focus back. */
  opener: HTMLElement | null;
}

export interface OpenForms {
  current: OpenForm | null;
  open: (offer: OfferedForm) => void;
  /** Opens the form of a fact noted earlier. */
  correct: (fact: number, decision: DecisionForm) => void;
  close: () => void;
}

export function useOpenForm(dossier: number, view: DecisionsView | null): OpenForms {
  const [current, setCurrent] = useState<OpenForm | null>(null);
  const turns = useRef(0);
  const show = (form: Omit<OpenForm, "turn">) => {
    turns.current += 1;
    setCurrent({ ...form, turn: turns.current });
  };
  const isReady = view !== null;
  useEffect(() => {
    if (!view) return;
    findLeft(dossier, view.offered)
      .then((left) => left && show(left))
      .catch(() => undefined);
  }, [dossier, isReady]);
  return {
    current,
    open: (offer) => {
      const blank = typedOf(offer.decision, null);
      const plain = { ...saidOf(offer), blank, start: blank, keptAt: null, opener: null };
      // What was typed there before another form was opened is found again.
      findKept(dossier, nameOf(offer.decision))
        .then((kept) => show(kept ? { ...plain, ...kept } : plain))
        .catch(() => show(plain));
    },
    correct: (fact, decision) => {
      const blank = typedOf(decision, fact);
      const title = words.correction(words.titles[decision.kind]);
      const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      show({ ...correctionSaid(title), blank, start: blank, keptAt: null, opener });
    },
    close: () => setCurrent(null),
  };
}

type Said = Pick<OpenForm, "title" | "note" | "nextHint" | "warning">;

/** What a form offered says of itself. */
function saidOf({ title, note, next_hint, warning }: OfferedForm): Said {
  return { title, note, nextHint: next_hint, warning };
}

function correctionSaid(title: string): Said {
  return { title, note: "", nextHint: "", warning: "" };
}

/** What was typed in a form of a kind and not sent. */
async function findKept(dossier: number, name: string): Promise<Pick<OpenForm, "start" | "keptAt"> | null> {
  await drafts.flush();
  for (const key of draftKeys) {
    const draft = await findDraft(dossier, key, blankTyped);
    if (draft && nameOfTyped(draft.body) === name && draft.body.fact === null) {
      return { start: draft.body, keptAt: momentText(draft.keptAt) };
    }
  }
  return null;
}

/** The form left in the middle, if it can still be sent. */
async function findLeft(
  dossier: number,
  offered: readonly OfferedForm[],
): Promise<Omit<OpenForm, "turn"> | null> {
  await drafts.flush();
  const left = (await call("drafts", {})).drafts.filter((draft) => draft.dossier === dossier);
  const key = draftKeys.find((form) => left.some((draft) => draft.form === form));
  const draft = key && (await findDraft(dossier, key, blankTyped));
  if (!draft || !isStillOffered(draft.body, offered)) return null;
  const start = draft.body;
  const keptAt = momentText(draft.keptAt);
  const offer = offered.find(({ decision }) => nameOf(decision) === nameOfTyped(start));
  if (start.fact !== null || !offer) {
    const title = words.correction(words.titles[start.kind]);
    const blank = { ...blankTyped, kind: start.kind, fact: start.fact };
    return { ...correctionSaid(title), blank, start, keptAt, opener: null };
  }
  const blank = typedOf(offer.decision, null);
  return { ...saidOf(offer), blank, start, keptAt, opener: null };
}
