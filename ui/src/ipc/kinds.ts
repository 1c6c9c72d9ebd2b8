// What each call does to the office: which ones write tells the window when to
// read again and when to offer « Annuler ».

import { type Calls, type Kind, kinds } from "./types.ts";

export type CallName = keyof Calls;
export type Input<N extends CallName> = Calls[N]["input"];
export type Output<N extends CallName> = Calls[N]["output"];

export function kindOf(name: CallName): Kind {
  return kinds[name];
}

/**
 * Giving a paper out closes the version of the budget it prints; a copy is shown on every screen; an erasure and a
 * register taken over change lists.
 */
const others: readonly CallName[] = [
  "undo",
  "redo",
  "save_paper",
  "open_paper",
  "copy_here",
  "copy_outside",
  "choose_copy_place",
  "erase_dossier",
  "erase_person",
  "take_over_register",
  "undo_register",
  "close_repaid_loans",
];

/** A call after which what is on screen may be out of date. */
export function changesTheOffice(name: CallName): boolean {
  return kinds[name] === "write" || others.includes(name);
}
