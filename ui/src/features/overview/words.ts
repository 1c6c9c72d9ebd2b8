import { dueSign, lateSign } from "../../parts/room_words.ts";

export * from "../../parts/room_words.ts";

export const steps = "Étapes du dossier";
export const stepDone = "fait";
export const coming = "À venir";
export const nothingLacks = "Rien ne manque.";
export const nothingWaits = "Rien n’attend.";
export const done = (count: string) => `Fait\u202f: ${count}`;
export const figures = "Quatre chiffres";
export const instalments = "Échéances";
export const schedule = "Tout l’échéancier";
export const thread = "Fil du dossier";
export const wholeThread = (count: number) => `Tout le fil (${count})`;
export const left = "Où en est le dossier";
export const right = "Chiffres et fil";
export const note = "Noter";
export const notePlaceholder = "ce qui s’est dit, ce qui est convenu";
export const kind = "Genre d’échange";
export const pressing = { late: lateSign, stops: dueSign, waiting: "attendu\u202f:", open: "" };
export const guardian = (role: string, name: string) => `${role} : ${name}.`;
export const other = "Autre dossier :";
export const takeBack = "Sortir des archives";

/** Short names of the kinds of exchange noted most often, by their keys. */
export const kinds: Readonly<Record<string, string>> = {
  follow_up_call: "appel",
  home_visit: "visite",
  text_message: "message",
  private_note: "note",
};
