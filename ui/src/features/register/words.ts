export * from "../../parts/room_words.ts";

const NARROW = "\u202f";

export const intro = "Rien n’est écrit avant la dernière étape, et tout peut être défait ensuite.";
export const stepsLabel = "Étapes";
export const steps = ["1. Fichier", "2. Colonnes", "3. Lignes", "4. Reprise, tout ou rien"];
export const stepDone = "fait\u202f:";
export const otherFile = "Autre fichier";
export const fileTitle = "Le fichier";
export const dropHere = "Déposez ici le registre";
export const dropNow = "Lâchez le fichier";
export const kinds =
  "Classeur .xlsx ou .ods, ou fichier .csv. Le fichier lui-même n’est pas touché. Les lignes de titre, vides ou de total sont passées.";
export const choose = "Choisir un fichier";
export const columnsTitle = "Ce que disent les colonnes";
export const columnsNote = "une colonne laissée de côté n’est pas reprise";
export const columnsTable = "Colonnes du fichier";
export const columnHeads = ["Dans le fichier", "Par exemple", "Dans Étrier"];
export const leaveOut = "ne pas reprendre";
export const noHeading = (place: number) => `colonne ${place}`;
export const columnOf = (heading: string) => `Colonne ${heading} du fichier`;
export const quoted = (heading: string) => `«${NARROW}${heading}${NARROW}»`;
export const sheet = "Feuille";
export const headingsLine = "Ligne des titres";
export const askedTitle = "Une fois pour tout le fichier";
export const askedOf = (text: string, lines: string) => `${text} (${lines})`;
export const unknown = "reste inconnu";
export const answerSo = "Répondre ainsi";
export const toLines = "Voir les lignes";
export const all = "Toutes";
export const byVerdict = "Lignes par verdict";
const toUpdate = "À mettre à jour";
const linesLeft = "Laissées de côté";
export const verdicts = {
  to_settle: "À trancher",
  refused: "Sans nom",
  to_create: "À créer",
  to_update: toUpdate,
  already_there: "Déjà là",
  left_out: linesLeft,
};
export const linesTitle = "Lignes";
export const linesNote = "les lignes à revoir d’abord ; F2 corrige une case";
export const linesTable = "Lignes du fichier";
export const line = "Ligne";
export const verdict = "Verdict";
export const openLine = (line: number) => `Corriger la ligne ${line}`;
export const cellOf = (column: string, line: number) => `${column}, ligne ${line}`;
export const choiceOf = (line: number) => `Ligne ${line}`;
export const noLine = "Aucune ligne de ce verdict.";
export const before = "Lignes d’avant";
export const after = "Lignes suivantes";
export const page = (from: number, to: number, of: number) => `${from} à ${to} sur ${of}`;
export const whatTitle = "Ce qui va se passer";
export const what = {
  to_create: "À créer",
  to_update: toUpdate,
  already_there: "Déjà là, rien à faire",
  to_settle: "À trancher",
  refused: "Sans nom",
  left_out: linesLeft,
  all: "Lignes lues",
};
export const take = "Reprendre";
export const taking = "Copie vérifiée, puis chaque ligne";
export const settling = "Les listes et les tâches se mettent à jour";
export const newLenders = (names: readonly string[]) =>
  `Banques ajoutées aux réglages${NARROW}: ${names.join(", ")}.`;
export const understoodTitle = "Ce qui a été compris";
export const change = "Changer";
export const see = "Voir les dossiers";
export const leftOut = (count: number) =>
  count === 1 ? "1 ligne laissée de côté" : `${count} lignes laissées de côté`;
export const openDossier = "Voir ce dossier";
export const undoAll = "Tout défaire";
export const past = "Registres repris";
export const keeps = (references: readonly string[]) =>
  `Modifiés depuis, ils seront gardés${NARROW}: ${references.join(", ")}.`;
