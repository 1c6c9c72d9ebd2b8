export * from "../../parts/room_words.ts";

export const windowTitle = "Dossiers";
export const search = "Chercher";
export const searchLabel = "Chercher un dossier";
export const searchHint =
  "Nom, téléphone, naissance, membre du foyer, mot du projet ou de son objet, référence ; les accents ne comptent pas.";
export const bulk = "Imprimer le même papier de plusieurs dossiers";
export const bulkOpen = "Imprimer plusieurs dossiers";
export const bulkClose = "Ne plus choisir";
export const bulkPaper = "Papier";
export const bulkNone = "choisir un papier";
export const bulkChosen = (count: number) =>
  count === 0
    ? "Cochez les dossiers dans la liste."
    : count === 1
      ? "1 dossier coché."
      : `${count} dossiers cochés, dans l’ordre de la liste.`;
export const bulkPick = (reference: string) => `Imprimer aussi ${reference}`;
export const pickAll = "Cocher tous les dossiers affichés";
export const findPaper = "Retrouver un papier par son numéro d’exemplaire";
export const fingerprint = "Numéro d’exemplaire";
export const fingerprintHint =
  "Les huit signes au pied de la page, à droite. À défaut, la référence du dossier donne tous ses papiers.";
export const findIt = "Retrouver";
export const wentOut = (day: string, at: string) => `sorti ${day}, ${at}`;
export const seePaper = "Voir ce papier";
export const filters = "Ne montrer que";
export const all = "Tous";
export const phases = {
  assessing: "En instruction",
  with_lender: "Chez la banque",
  running: "Prêts en cours",
  closed: "Clos",
  archived: "Archivés",
};
export const nothingHere = "Aucun dossier de cette sorte";
export const newRequestKey = "Ctrl N";
export const results = "Résultats";
export const table = "Tableau des dossiers";
export const columns = {
  person: "Personne",
  project: "Projet",
  stage: "Étape",
  next: "Prochaine date",
  amount: "Montant",
};
export const noDate = "sans date";
export const noAmount = "non chiffré";
export const noProject = "projet à préciser";
export const emptyText =
  "Chaque demande reçue devient un dossier : la personne, son projet, son budget et les papiers qui en sortent. Un nom et la suite à donner suffisent pour commencer.";
export const nothingTitle = (search: string) => `Aucun dossier ne correspond à « ${search} »`;
export const nothingText =
  "La recherche regarde les noms, les téléphones, les dates de naissance, les membres du foyer, les projets et les références. Essayez un seul mot, ou son début.";
export const newRequestFor = (name: string) => `Nouvelle demande pour «\u202f${name}\u202f»`;
export const showAll = "Montrer tous les dossiers";
export const unfinished = "Commencé et pas terminé.";
