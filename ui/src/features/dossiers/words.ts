export const words = {
  title: "Dossiers",
  windowTitle: "Dossiers – Étrier",
  search: "Chercher",
  searchLabel: "Chercher un dossier",
  searchHint:
    "Nom, téléphone, naissance, membre du foyer, mot du projet ou référence ; les accents ne comptent pas.",
  bulk: "Imprimer le même papier de plusieurs dossiers",
  bulkOpen: "Imprimer plusieurs dossiers",
  bulkClose: "Ne plus choisir",
  bulkPaper: "Papier",
  bulkNone: "choisir un papier",
  bulkChosen: (count: number) =>
    count === 0
      ? "Cochez les dossiers dans la liste."
      : count === 1
        ? "1 dossier coché."
        : `${count} dossiers cochés, dans l’ordre de la liste.`,
  bulkMissing: "Ce qui manque",
  bulkPick: (reference: string) => `Imprimer aussi ${reference}`,
  pick: "Cocher",
  findPaper: "Retrouver un papier par son empreinte",
  fingerprint: "Empreinte",
  fingerprintHint:
    "Les huit signes au pied de la page, à droite. À défaut, la référence du dossier donne tous ses papiers.",
  findIt: "Retrouver",
  wentOut: (day: string, at: string) => `sorti ${day}, ${at}`,
  seePaper: "Voir ce papier",
  filters: "Ne montrer que",
  all: "Tous",
  phases: {
    assessing: "En instruction",
    with_lender: "Chez la banque",
    running: "Prêts en cours",
    closed: "Clos",
    archived: "Archivés",
  },
  nothingHere: "Aucun dossier de cette sorte",
  register: "Reprendre un registre",
  newRequest: "Nouvelle demande",
  newRequestKey: "Ctrl N",
  results: "Résultats",
  table: "Tableau des dossiers",
  columns: {
    person: "Personne",
    project: "Projet",
    stage: "Étape",
    next: "Prochaine date",
    amount: "Montant",
  },
  late: "en retard :",
  due: "à faire :",
  noDate: "sans date",
  noAmount: "non chiffré",
  noProject: "projet à préciser",
  more: "Afficher la suite",
  moreOf: (shown: number, found: number) => `${shown} dossiers affichés sur ${found}`,
  emptyTitle: "Aucun dossier pour l’instant",
  emptyText:
    "Chaque demande reçue devient un dossier : la personne, son projet, son budget et les papiers qui en sortent. Un nom, par où la personne est venue et une ligne de projet suffisent pour commencer.",
  nothingTitle: (search: string) => `Rien ne parle de « ${search} »`,
  nothingText:
    "La recherche regarde les noms, les téléphones, les dates de naissance, les membres du foyer, les projets et les références. Essayez un seul mot, ou son début.",
  showAll: "Montrer tous les dossiers",
  unfinished: "Commencé et pas terminé.",
  savedAnswer: "Rien à enregistrer ici : chaque dossier l’est déjà.",
} as const;
