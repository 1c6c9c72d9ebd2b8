// Which form is open: one at a time, a draft found on arriving first.

import { useEffect, useRef, useState } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { drafts, findDraft } from "../../ipc/drafts.ts";
import type { DecisionForm, DecisionsView, OfferedForm } from "../../ipc/types.ts";
import {
  blankTyped,
  isOfDecision,
  isStillOffered,
  nameOf,
  nameOfTyped,
  type Typed,
  typedOf,
} from "./logic.ts";
import * as words from "./words.ts";

export interface OpenForm {
  /** Tells one opening from the next. */
  turn: number;
  title: string;
  note: string;
  nextHint: string;
  warning: string;
  blank: Typed;
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
    open: (offer) => show({ ...saidOf(offer), blank: typedOf(offer.decision, null), opener: null }),
    correct: (fact, decision) => {
      const blank = typedOf(decision, fact);
      const title = words.correction(words.titles[decision.kind]);
      const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      show({ ...correctionSaid(title), blank, opener });
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

/** The form left in the middle, if it can still be sent. */
async function findLeft(
  dossier: number,
  offered: readonly OfferedForm[],
): Promise<Omit<OpenForm, "turn"> | null> {
  await drafts.flush();
  const { drafts: all } = await call("drafts", {});
  const left = all.find((draft) => draft.dossier === dossier && isOfDecision(draft.form));
  const draft = left && (await findDraft(dossier, left.form, blankTyped));
  if (!draft || !isStillOffered(draft.body, offered)) return null;
  const { kind, fact } = draft.body;
  const offer = offered.find(({ decision }) => nameOf(decision) === nameOfTyped(draft.body));
  if (fact === null && offer) return { ...saidOf(offer), blank: typedOf(offer.decision, null), opener: null };
  const title = words.correction(words.titles[kind]);
  return { ...correctionSaid(title), blank: { ...blankTyped, kind, fact }, opener: null };
}
