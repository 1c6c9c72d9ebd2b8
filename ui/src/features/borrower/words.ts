import { projectChanges } from "../../parts/room_words.ts";

export * from "../../parts/room_words.ts";

export const title = "Votre budget et votre prêt";
export const together = "Vous regardez ensemble. Les autres dossiers sont cachés.";
export const takeHome = "Feuille à emporter";
export const leave = "Revenir au dossier";
export const month = "Chaque mois, à la maison";
export const what = "Quoi";
export const rows = {
  comes_in: "Ce qui rentre",
  goes_out: "Ce qui sort déjà",
  changes: projectChanges,
  loan: "Le prêt",
  account: "Le compte de la banque",
};
export const left = "Ce qui reste pour vivre";
export const each = (amount: string) => `${amount} par personne`;
export const eachBefore = "Soit";
export const eachAfter = "pour manger, s’habiller, se distraire.";
export const today = (amount: string) => `Aujourd’hui : ${amount}.`;
export const before = (amount: string) => `Avant le projet : ${amount}.`;
export const noBudget = "Le budget n’est pas encore fait : commençons par lui.";
export const loan = (amount: string) => `Le prêt : ${amount}`;
export const noLoan = "Le prêt";
export const howLong = "Rembourser en combien de temps ?";
export const aMonth = (amount: string) => `${amount} par mois`;
export const kept = (label: string) => `La feuille à emporter dit ${label}, comme le dossier.`;
export const keep = (label: string) => `Garder ${label}`;
export const youPay = "Vous payez";
export const costs = "Le prêt vous coûte";
export const revolvingBefore =
  "Le même argent avec un crédit renouvelable, comme une carte de magasin, coûterait";
export const revolvingAfter = (more: string) => ` : ${more} de plus.`;
export const notAnOffer = "Ce n’est pas encore une offre : la banque décide.";
export const hardMonth =
  "Si un mois est difficile, appelez avant la date : la banque peut reporter une échéance.";
