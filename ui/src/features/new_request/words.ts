export * from "../../parts/room_words.ts";

export const intro = (reference: string) => (reference === "" ? "" : `aura la référence ${reference}`);
export const questions = "Les questions de l’appel";
export const answers = "Ce qu’elles disent";
export const who = "Qui appelle\u202f?";
export const firstName = "Prénom";
export const sentBy = "Qui l’envoie\u202f?";
export const sender = "Une personne, un service, ou elle-même";
export const mayAnswer = "accepte qu’on lui réponde";
export const known = (name: string, born: string) => [name, born].filter(Boolean).join(", ");
export const why = (why: string) => `Déjà connue, ${why}.`;
export const isThem = "C’est elle";
export const notThem = "Défaire";
export const joined = "La demande ouvrira un nouveau dossier de cette personne.";
export const project = "Pour quoi, combien\u202f?";
export const ownWords = "Avec ses mots";
export const amount = "Montant";
export const excluded = "Hors microcrédit";
export const household = "Qui vit au foyer\u202f?";
export const adultsLegend = "Adultes";
export const adults = [
  { key: "one", label: "1 adulte" },
  { key: "couple", label: "couple" },
  { key: "other", label: "autre" },
];
export const children = "Enfants\u202f: leur âge suffit";
export const agesForm = "4 et 7 ans";
export const next = "Et maintenant\u202f?";
export const day = "Jour";
export const appointmentAt = "Heure";
export const where = "Lieu";
export const solution = "Vers quoi";
export const toBring = "Papiers à apporter";
export const toBringNote = (count: number) => `${count}, selon ses réponses`;
export const comeAnyway = "À dire\u202f: «\u202fIl vous manque un papier\u202f? Venez quand même.\u202f»";
export const cancel = "Annuler";
export const draftKept = "Brouillon gardé";
export const saveAndPrint = "Enregistrer et imprimer la liste";
export const saveOnly = "Enregistrer seulement";
export const otherDay = "Commencée ailleurs";
export const elsewhere = "Reçue un autre jour, commencée ailleurs";
export const elsewhereNote = "un jour, un mois (03/2024) ou une année\u202f; vide\u202f: inconnu";
export const receivedOn = "Demande reçue le";
export const from = "D’où vient-elle\u202f: «\u202fRegistre papier 2024\u202f»";
export const knownForm = "03/2024";
export const decidedOn = "Décidé de transmettre";
export const lender = "Banque";
export const sentOn = "Transmis à la banque";
export const signedOn = "Contrat signé";
export const loanAmount = "Montant du prêt";
export const annualRate = "Taux, en\u202f%";
export const disbursedOn = "Argent versé";
export const firstDueOn = "Première échéance";
export const repaidOn = "Remboursé en entier";
export const notKnown = "À savoir, ou ce qui manque";
export const found = (when: string) =>
  when === "" ? "Brouillon retrouvé." : `Brouillon du ${when} retrouvé.`;
export const unnamed = "Elle ne donne pas son nom";
export const unnamedNote = "L’appel est compté dans le bilan, avec sa durée\u202f; rien d’autre n’est gardé.";
export const minutes = "Durée en minutes";
export const minutesForm = "10";
export const countCall = "Compter cet appel";
