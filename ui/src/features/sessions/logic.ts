// What may be chosen of a dossier at a session, and how opinions are kept. No figure is computed here.

import type { AgendaRow, HearingForm, OnePaper, OpinionForm, SessionView } from "../../ipc/types.ts";
import * as words from "./words.ts";

export interface Way {
  key: string;
  label: string;
  form: Partial<HearingForm>;
}

/** What a session may do with a dossier: decide, put off, take off. */
export function ways(view: SessionView, row: AgendaRow): Way[] {
  const decide = view.directions.map(({ key, label }) => ({
    key,
    label: key === "submit" && view.grants ? words.grant : label,
    form: { result: "decided", direction: key },
  }));
  const refund = [
    { key: "submit", label: words.decideRefund, form: { result: "decided", direction: "submit" } },
  ];
  return [
    ...(row.matter === "refund" ? refund : decide),
    { key: "adjourned", label: words.adjourn, form: { result: "adjourned" } },
    { key: "taken_off", label: words.takeOff, form: { result: "taken_off" } },
  ];
}

/** The opinions with that of one person, once each; an empty one is taken out. */
export function withOpinion(opinions: readonly OpinionForm[], who: string, says: string): OpinionForm[] {
  const others = opinions.filter((one) => one.who !== who);
  return says === "" ? others : [...others, { who, says }];
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
