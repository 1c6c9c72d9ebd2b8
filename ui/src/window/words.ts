import {
  addFiles,
  addLine,
  enterKey,
  nextKey,
  noteExchange,
  printKey,
  undoKey,
} from "../parts/room_words.ts";

export * from "../parts/room_words.ts";

export const skip = "Aller à la page";
export const screens = "Écrans";
export const find = "Chercher";
export const findKey = "Ctrl K";
export const goTo = "Aller à";
export const goToLabel = "Chercher une personne, un dossier, un écran, une action";
export const goToResults = "Résultats";
export const goToCount = (count: number) => (count < 2 ? `${count} résultat` : `${count} résultats`);
export const goToNothing = (typed: string) => `Rien pour « ${typed} ». Essayez un seul mot, ou son début.`;
export const goToRequest = (typed: string) => `Nouvelle demande pour «\u202f${typed}\u202f»`;
export const goToKeys = [
  { keys: ["↑", "↓"], does: "choisir" },
  { keys: [enterKey], does: "ouvrir" },
];
export const groups = {
  lately: "Derniers lieux",
  dossiers: "Personnes et dossiers",
  here: "Ce dossier",
  screens: "Écrans",
  acts: "Actions",
  help: "Aide",
};
export const acts = {
  add: { said: addLine, key: "Alt N", also: "nouvelle" },
  note: { said: noteExchange, key: "Ctrl E", also: "appel courriel rencontre" },
  print: { said: "Imprimer ce qui est à l’écran", key: printKey, also: "papier PDF" },
  files: { said: addFiles, key: "Ctrl O", also: "choisir scan photo" },
  next: { said: "Aller à l’élément suivant à revoir", key: nextKey, also: "manque" },
  undo: { said: "Annuler la dernière action", key: undoKey, also: "défaire erreur" },
  redo: { said: "Rétablir", key: "Ctrl Y", also: "refaire" },
  lock: { said: "Verrouiller", key: "Ctrl L", also: "fermer partir quitter" },
  hide: { said: "Masquer les noms", key: "F9", also: "cacher" },
  show: { said: "Montrer les noms", key: "F9", also: "" },
  dark: { said: "Passer au thème sombre", key: "", also: "clair nuit couleurs" },
  light: { said: "Passer au thème clair", key: "", also: "sombre jour couleurs" },
  copyNow: { said: "Copier maintenant sur cet ordinateur", key: "", also: "copie sauvegarde" },
};
export const togetherNote = "à regarder ensemble, sans rien d’autre";
export const paperAlso = "papier document courrier lettre imprimer";
export const copying = "Copie en cours…";
export const copied = "Rien n’a changé depuis la dernière copie : elle est à jour.";
export const visit = {
  title: (step: number, of: number, what: string) => `Découvrir, étape ${step} sur ${of} : ${what}`,
  goThere: "Y aller",
  isHere: "Vous y êtes.",
  next: "Étape suivante",
  done: "Terminer",
  close: "Fermer la visite",
  steps: [
    {
      title: "votre journée",
      text: "Chaque ligne dit qui, quoi et pourquoi ; son bouton commence le travail. Essayez-en un : Ctrl Z l’annule.",
      address: "/aujourdhui",
    },
    {
      title: "une personne",
      text: "Ouvrez un dossier en cours d’instruction. Il s’ouvre sur ce qu’il y a à faire ; ses onglets suivent son chemin.",
      address: "/dossiers",
    },
    {
      title: "le budget à deux",
      text: "Dans Budget, chaque chiffre s’explique par son point d’interrogation. Ouvrez ensuite « Vue de l’emprunteur » : elle se montre à la personne.",
      address: "/dossiers",
      room: "budget",
    },
    {
      title: "un papier",
      text: "Dans Documents, choisissez un papier : il est déjà rempli, et ce qui manque dit où l’écrire.",
      address: "/dossiers",
      room: "documents",
    },
    {
      title: "le bilan",
      text: "Rien n’est à saisir : chaque nombre ouvre les dossiers qu’il compte. Quand vous serez prêt, Réglages ferme la démonstration.",
      address: "/bilan",
    },
  ],
};
export const menu = "Menu";
export const demo = "Démonstration";
export const stopLooking = "Revenir aux dossiers d’aujourd’hui";
export const lock = "Verrouiller";
export const lockKey = "Ctrl L";
export const count = (total: number) => (total < 2 ? `${total} dossier` : `${total} dossiers`);
export const late = (count: number) => `${count} en retard`;
export const undo = "Annuler";
export const redo = "Rétablir";
export const redoKey = "Ctrl Y";
export const toCalendar = "À l’agenda";
export const completeIt = "Compléter";
export const paperWaits = (title: string, state: string) => `${title}\u202f: ${state}`;
const papersNamed: Readonly<Record<string, string>> = {
  documents_list: "la liste",
  budget_sheet: "la fiche",
  heirs_sheet: "la fiche",
  bank_file: "le dossier",
  support_charter: "la charte",
  consent: "le consentement",
  current_schedule: "l’échéancier",
  survey: "le questionnaire",
};
const named = (paper: string) => papersNamed[paper] ?? "la lettre";
export const printOf = (paper: string) => `Imprimer ${named(paper)}`;
export const nothingToUndo = "Rien à annuler.";
export const nothingToRedo = "Rien à rétablir.";
export const refused = (labels: readonly string[]) =>
  labels.length === 1
    ? `Un champ n’est pas enregistré : ${labels[0]}.`
    : `${labels.length} champs ne sont pas enregistrés : ${labels.join(", ")}.`;
export const unsentForm =
  "Une saisie n’est pas encore enregistrée : le bouton de son formulaire l’enregistre.";
export const unsaved = "Une saisie n’est pas encore enregistrée : Entrée l’enregistre, Échap l’abandonne.";
export const strayFiles =
  "Rien n’a été ajouté. Pour ajouter ces fichiers, ouvrez l’onglet Pièces d’un dossier.";
export const read = "J’ai lu";
export const slow = {
  pure: "Étrier relit ce champ…",
  read: "Étrier cherche dans les dossiers…",
  write: "Étrier enregistre…",
  long: "Étrier travaille…",
  desk: "Étrier enregistre…",
};
