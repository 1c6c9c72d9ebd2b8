// The names of the screens, and what Ctrl S answers on each: with the list, since
// the rail says them before the screens' own scripts are there.

import * as shared from "./parts/words.ts";

export const newRequest = {
  title: shared.newRequest,
  savedAnswer: "Le brouillon est gardé. Ctrl Entrée enregistre la demande.",
};
export const today = {
  title: "Aujourd’hui",
  savedAnswer: "Rien à enregistrer ici\u202f: chaque action s’enregistre par son bouton.",
};
export const dossiers = {
  title: "Dossiers",
  savedAnswer: "Rien à enregistrer ici\u202f: les dossiers sont déjà enregistrés.",
};
export const simulator = {
  title: "Simulateur",
  savedAnswer: "Rien à enregistrer\u202f: une simulation sans dossier ne se garde pas.",
};
export const sessions = {
  title: "Séances",
  savedAnswer: "En séance, chaque décision s’enregistre par son bouton.",
};
export const partners = {
  title: "Partenaires",
  savedAnswer: "Un échange se note par son bouton.",
};
export const bankStatement = {
  title: shared.bankStatement,
  savedAnswer: "Les réponses se notent par leur bouton.",
};
export const refunds = {
  title: "Remboursements",
  savedAnswer: "Rien n’est à enregistrer ici\u202f: chaque remboursement se décide dans son dossier.",
};
export const report = {
  title: "Bilan",
  savedAnswer: "Rien à enregistrer ici\u202f: le bilan se compte tout seul.",
};
export const settings = {
  title: "Réglages",
  savedAnswer: "Un réglage s’enregistre par le bouton de sa feuille.",
};
export const safety = {
  title: shared.safety,
  savedAnswer: "Tout est enregistré.",
};
export const help = {
  title: "Aide",
  savedAnswer: "Rien à enregistrer ici\u202f: l’aide se lit.",
};
export const register = {
  title: shared.takeRegister,
  savedAnswer: "Rien n’est écrit avant la dernière étape.",
};
/** What Ctrl S answers in a room of a dossier, whose name is the desk's. */
export const roomSaved = "Déjà enregistré\u202f: chaque champ l’est quand vous le quittez.";

/** Said once by a page drawn anew because its process ended. */
export const returned =
  "La page s’était arrêtée : Étrier l’a rouverte là où vous en étiez. Ce que vous avez enregistré est intact. Relisez ce que vous étiez en train de taper : les tout derniers mots peuvent manquer.";
