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
export const pressing = { late: lateSign, stops: dueSign, waiting: "attendu\u202f:", open: "" };
export const guardian = (role: string, name: string) => `${role} : ${name}.`;
export const other = "Autre dossier :";
export const takeBack = "Sortir des archives";

export const others = "Autre suite";
