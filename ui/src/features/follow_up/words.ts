// Every sentence of the room « Suivi ».

import { writeLetter } from "../../parts/room_words.ts";

export * from "../../parts/room_words.ts";

export const title = "Suivi";

export const strip = "Échéances";
export const wholeSchedule = "Tout l’échéancier";
export const sayMissed = "Une échéance n’est pas passée";

export const ladder = "Marche à suivre";
export const deadline = "Éviter le fichage";
export const done = "Fait";

export const letters = (paper: string) =>
  ({
    first_missed_letter: "Écrire à la personne",
    deferral_request_letter: "Écrire la demande",
    default_reasons_letter: "Écrire l’avis",
    heirs_sheet: "Fiche pour les héritiers",
  })[paper] ?? writeLetter;
export const closeLetter = "Revenir au suivi";
export const leftToWrite = (what: string) => `À écrire à la main\u202f: ${what}.`;

export const call = "L’appel";
export const noPhone = "téléphone pas noté";
export const outcome = "Résultat";
export const cause = "Cause";
export const noCause = "pas connue";
export const solution = "Solution à demander";
export const noSolution = "rien pour l’instant";
export const aid = "Montant de l’aide";
export const nextOn = "Prochain point";
export const said = "Ce qui a été dit, pour le CCAS";
export const letterWords = "À écrire dans la lettre";
export const letterWordsHint = "La lettre à la banque reprend ces mots, et jamais ceux du CCAS.";
export const noteCall = "Noter l’appel";

export const points = "Points prévus";
export const noPoints = "Aucun point à venir.";
export const hold = (step: string) => `Noter ce point\u202f: ${step}`;
export const holdShort = "Noter";
export const reviews = "Points tenus";

export const point = "Noter un point";
export const step = "Point du plan";
export const unplanned = "hors du plan";
export const kind = "Comment";
export const usual = "comme prévu";
export const on = "Le";
export const minutes = "Minutes";
export const kept = "Échéances tenues";
export const budget = "Budget changé";
export const yesNo = [
  { key: "", label: "Pas dit" },
  { key: "yes", label: "Oui" },
  { key: "no", label: "Non" },
];
export const project = "Avancée du projet";
export const nextStep = "Ensuite";
export const notePoint = "Noter le point";

export const event = "Noter un événement";
export const what = "Quoi";
export const lifeEvent = "Événement de vie";
export const action = "Action";
export const answer = "Réponse";
export const answers = [
  { key: "given", label: "Accordé" },
  { key: "refused", label: "Refusé" },
];
export const amount = "Montant";
export const noteEvent = "Noter l’événement";
export const happened = "Ce qui s’est passé";
export const nothing = "Rien de noté depuis le versement.";

export const death = "Décès de l’emprunteur";
export const deathIntro = "Lettres et appels s’arrêtent aussitôt.";
export const openDeath = "Noter un décès";
export const insurance = "Ce que dit l’assurance";
export const noteDeath = "Noter le décès";
export const closeDeath = "Noter et fermer le dossier";
export const noteInsurance = "Noter l’assurance";
export const closeAfterDeath = "Fermer le dossier";
export const heirs = "Pour les héritiers";
export const heirsSheet = "Imprimer la fiche";
