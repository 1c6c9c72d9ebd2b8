// What the page of the parts says: invented, each text as short and as long as screens ever have it.

import { householdShares, lists, resteAVivre } from "../parts/room_words.ts";

export * from "../parts/room_words.ts";

export const title = "Les parts et leurs états";
export const parts = {
  buttons: "Boutons",
  fields: "Champs",
  refusedFields: "Champs refusés",
  lists: lists,
  notices: "Avis",
  states: "Étapes et signes",
  waits: "Attentes",
  empty: "Feuille vide",
  folded: "Plis et calculs",
  secrets: "Phrase secrète et code de secours",
  tables: "Tableau large",
  papers: "Papiers",
  missing: "Écran qui n’est pas venu",
  alone: "Dialogue",
};
export const long =
  "Vérifier auprès du Crédit municipal de Hautval que les fonds sont versés au Garage des Halles, puis prévenir la personne";
export const note = "seul le nom est exigé";
export const name = "Nom d’usage";
export const nameSaid = "Delmas-Roy de la Chesnaie";
export const amount = "Montant";
export const amountSaid = "1\u202f200,50";
export const day = "Reçue le";
export const daySaid = "12/03/2026";
export const storySaid =
  "«\u202fAvec une voiture je peux accepter les remplacements dans les communes d’à côté. Aujourd’hui je les refuse, et l’agence ne m’appelle plus.\u202f»";
export const error = "Ce n’est pas un montant. Écrivez par exemple 1200 ou 1\u202f200,50.";
export const dayError = "Ce n’est pas une date. Écrivez par exemple 3/12, 3 déc., 031227 ou demain.";
export const origins = [
  { key: "office", label: "Accueil du CCAS" },
  { key: "lender", label: "Banque partenaire", group: "Partenaires" },
  { key: "referrer", label: "Travailleur social du Département, maison de Hautval", group: "Partenaires" },
];
export const outcome = "Échéances tenues";
export const outcomes = [
  { key: "unsaid", label: "Pas dit" },
  { key: "yes", label: "Oui" },
  { key: "no", label: "Non" },
];
export const line = "Ligne";
export const lines = [
  { key: "rent", label: "Loyer", note: "charges comprises", group: "Charges" },
  { key: "power", label: "Électricité", group: "Charges" },
  { key: "wage", label: "Salaire net, CDI ou fonction publique", group: "Ressources" },
];
export const weight = "Longue et sans rapport avec vous\u202f: elle tiendra.";
export const proposedWords = "cerise moulin ardoise violon papier tonnerre";
export const wrongPassphrase = "Ce n’est pas la phrase de ce bureau. Il reste deux essais avant une attente.";
export const code = ["K4TW", "9QPF", "H2MD", "C7XN"];
export const refusal = {
  message: "Le disque est plein.",
  remedy: "Faites de la place, puis recommencez\u202f: rien n’a été perdu.",
};
export const read = "C’est lu";
export const told = "La dernière copie a été vérifiée en la rouvrant.";
export const emptyText =
  "Chaque demande reçue devient un dossier\u202f: la personne, son projet, son budget.";
export const working1 = [
  { sign: "", label: "Ressources du ménage", value: "2\u202f297,04\u00a0€", strong: false },
  { sign: "−", label: "Charges", value: "818,39\u00a0€", strong: false },
  { sign: "=", label: "Reste à vivre du foyer", value: "1\u202f478,65\u00a0€", strong: true },
];
export const explained = {
  title: resteAVivre,
  result: "348,20\u00a0€",
  rule: "Ce qui reste par personne une fois les charges payées.",
  inputs: [{ label: householdShares, value: "4" }],
  steps: working1,
  table: null,
  notes: [],
  source: "Réglages, Règles",
};
export const answers = [
  { question: "Le projet est-il fait\u202f?", answer: "Oui, un peu plus cher que le devis." },
];
export const survey = "Ce qu’elle a répondu";
export const done = "Budget\u202f: loyer ajouté, Sonia Delmas.";
export const undo = "Annuler";
export const wide = "Mensualités";
export const columns = [
  "Échéance",
  "À payer",
  "Capital",
  "Intérêts",
  "Assurance",
  "Reste dû",
  "Déclarée",
  "Par",
];
export const paper = "Fiche budgétaire";
export const paperUse = "à remettre à la personne";
export const see = "Voir";
export const meanings = {
  late: "en retard de 10 jours",
  due: "à faire aujourd’hui",
  waiting: "on attend la banque",
  coming: "dans 3 jours",
  ok: "à jour",
  refused: "refusé",
};
export const nobody = "Personne";
