import { correct, saving } from "../../parts/room_words.ts";

export * from "../../parts/room_words.ts";

export const title = "Journal";
export const filters = "Ce qui est montré";
export const before = "avant :";
export const why = "Motif :";
export const never = "N’a pas eu lieu";
export const confidential = "Jamais imprimée";
export const hidden = "masquée";
export const small = (count: number) =>
  count === 1 ? "Montrer aussi la petite saisie de ce jour" : `Montrer aussi les ${count} petites saisies`;
export const nothing = "Rien ne s’est encore passé.";
export const keys = "Flèches : d’un fait à l’autre. F2 : corriger.";

export const correction = "Corriger un fait";
export const on = "Jour";
export const words = "Ce qui est noté";
export const retract = "Cela n’a pas eu lieu";
export const retractHint = "Le fait reste au journal, barré ; il ne compte plus nulle part.";
export const elsewhere =
  "Un montant, une banque, un motif se corrigent dans Décisions ou Prêt, avec leur formulaire.";

export const appointment = "Rendez-vous";
export const noAppointment = "aucun n’est fixé";
export const agree = "Fixer";
export const move = "Déplacer";
export const beside = (names: string) => `À la même heure : ${names}.`;
export const held = "Tenu";
export const heldEarly = "Tenu aujourd’hui";
export const missed = "Non honoré";
export const cancelled = "Annulé";
export const hour = "Heure";
export const usual = "Entretien";
export const forWhat = "Pour quoi, avec qui";
export const agreeing = {
  add: "Fixer",
  adding: saving,
};

export const kind = "Genre";
export const noteOn = "Le";
export const minutes = "Durée";
export const next = "Prochain pas";
export const nextOn = "Pour le";
export const noteButton = "Noter";

export const corrected = "Corrigés depuis";
export const correctedNote = "rien n’est effacé";
export const time = "Temps passé";
export const total = "Total";
export const undo = "Annuler";

export const actions = {
  add: correct,
  adding: "Correction…",
};
