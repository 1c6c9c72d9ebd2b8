// What each call does to the office: which ones write tells the window when to
// read again and when to offer « Annuler ».

import type { Calls } from "./types.ts";

export type Kind = "always" | "pure" | "read" | "write" | "long" | "desk";
export type CallName = keyof Calls;
export type Input<N extends CallName> = Calls[N]["input"];
export type Output<N extends CallName> = Calls[N]["output"];

const kinds: Record<CallName, Kind> = {
  status: "always",
  prepare_office: "always",
  check_recovery_group: "always",
  weigh_passphrase: "always",
  create_office: "always",
  unlock: "always",
  unlock_with_code: "always",
  lock: "always",
  read_field: "pure",
  office: "read",
  describe_office: "write",
  change_numbering: "write",
  choices: "read",
  dossiers: "read",
  record_request: "write",
  dossier: "read",
  change_person: "write",
  change_request: "write",
  add_member: "write",
  change_member: "write",
  remove_member: "write",
  budget: "read",
  add_budget_line: "write",
  change_budget_line: "write",
  remove_budget_line: "write",
  papers: "read",
  draw_paper: "long",
  save_paper: "long",
  open_paper: "long",
  undo_state: "desk",
  undo: "desk",
  redo: "desk",
  draft: "desk",
  keep_draft: "desk",
  drop_draft: "desk",
  drafts: "desk",
};

export function kindOf(name: CallName): Kind {
  return kinds[name];
}

/** A call after which what is on screen may be out of date. */
export function changesTheOffice(name: CallName): boolean {
  return kinds[name] === "write" || name === "undo" || name === "redo";
}
