// What may be chosen of a dossier at a session, and how opinions are kept. No figure is computed here.

import type { AgendaRow, HearingForm, OnePaper, OpinionForm, SessionView } from "../../ipc/types.ts";
import * as words from "./words.ts";

export interface Way {
  key: string;
  label: string;
  /** What it does. */
  effect: string;
  form: Partial<HearingForm>;
  /** The only field it opens. */
  opens: "conditions" | "adjourned_to" | "solutions" | "reason" | null;
}

/** What a session may do with a dossier, in plain words: each says its effect. */
export function ways(view: SessionView, row: AgendaRow): Way[] {
  const decided = (key: string, direction: string, opens: Way["opens"] = null): Way => ({
    key,
    label: words.ways[key as keyof typeof words.ways],
    effect: words.effects[key as keyof typeof words.effects],
    form: { result: "decided", direction },
    opens,
  });
  const adjourned: Way = {
    ...decided("adjourned", "", "adjourned_to"),
    form: { result: "adjourned", direction: "" },
  };
  const off: Way = { ...decided("taken_off", ""), form: { result: "taken_off", direction: "" } };
  if (row.matter === "refund") return [decided("refund", "submit"), adjourned, off];
  const agreed = decided("agreed", "submit");
  return [
    view.grants ? { ...agreed, effect: words.grantedHere } : agreed,
    decided("reserved", "submit", "conditions"),
    adjourned,
    decided("redirect", "redirect", "solutions"),
    decided("inadmissible", "inadmissible", "reason"),
    off,
  ];
}

/** Whether a way is the one chosen: an agreement is reserved by the way it was chosen, or by a draft that says so. */
export function isChosen(way: Way, typed: HearingForm & { way: string }): boolean {
  if (way.form.result !== typed.result || way.form.direction !== typed.direction) return false;
  const isReserved = typed.way === "reserved";
  return way.form.direction !== "submit" || way.key === "refund" || (way.key === "reserved") === isReserved;
}

/** The three opinions of the room, in short; the minutes say them whole. */
export function opinionsOffered(view: Pick<SessionView, "opinions">): { key: string; label: string }[] {
  return Object.entries(words.opinionsInShort).flatMap(([key, label]) => {
    const whole = view.opinions.find((one) => one.key === key)?.label.toLowerCase();
    return whole === undefined ? [] : [{ key: whole, label }];
  });
}

/** The opinions with that of one person, once each; an empty one is taken out. */
export function withOpinion(opinions: readonly OpinionForm[], who: string, says: string): OpinionForm[] {
  const others = opinions.filter((one) => one.who !== who);
  return says === "" ? others : [...others, { who, says }];
}

/** Whether more are against than for it, and a loan is agreed to all the same. */
export function isContrary(typed: Pick<HearingForm, "opinions" | "result" | "direction">): boolean {
  const say = (word: string) => typed.opinions.filter(({ says }) => says.startsWith(word)).length;
  return typed.result === "decided" && typed.direction === "submit" && say("défavorable") > say("favorable");
}

/** A paper of a session. */
export type PaperChoice = "agenda" | "booklet" | "named" | "minutes" | "letters";

/** The papers of a session: before it, then once it is held. */
export function papersOf(isHeld: boolean): readonly [PaperChoice, ...PaperChoice[]] {
  return isHeld ? ["minutes", "letters", "booklet", "named"] : ["agenda", "booklet", "named"];
}

/** What the desk is asked for. */
export function paperOf(choice: PaperChoice, session: number): OnePaper {
  switch (choice) {
    case "agenda":
      return { paper: "committee_agenda", session };
    case "booklet":
      return { paper: "committee_booklet", session };
    case "named":
      return { paper: "committee_booklet", session, with_names: true };
    case "minutes":
      return { paper: "committee_minutes", session };
    case "letters":
      return { paper: "committee_letters", session };
  }
}
