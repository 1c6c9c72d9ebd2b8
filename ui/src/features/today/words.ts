export const words = {
  title: "Aujourd’hui",
  windowTitle: "Aujourd’hui – Étrier",
  newRequest: "Nouvelle demande",
  newRequestKey: "Ctrl N",
  open: "Ouvrir",
  openOf: (name: string) => `Ouvrir le dossier de ${name}`,
  toSet: "fixer une prochaine date",
  more: (count: number) => (count < 2 ? "Une autre est" : `Les ${count} autres sont`),
  moreThere: "dans Dossiers, du plus pressé au moins pressé.",
  waiting: "On attend",
  waitingCount: (count: number) => (count < 2 ? `${count} dossier` : `${count} dossiers`),
  expected: (day: string) => `réponse promise : ${day}`,
  pastPromise: "promesse dépassée :",
  seeOthers: (count: number) => (count < 2 ? "Voir l’autre" : `Voir les ${count} autres`),
  calmTitle: "Rien ne presse",
  calmText:
    "Aucune prochaine date d’ici la fin de la semaine. Chaque dossier ouvert a la sienne : elle reviendra ici à son jour.",
  emptyTitle: "Tout commence par une demande",
  emptyText:
    "Un nom, par où la personne est venue et son projet en une ligne suffisent. Étrier propose alors la date à laquelle reprendre le dossier, et la rappelle ici.",
  savedAnswer: "Rien à enregistrer ici : cette page lit les dossiers.",
  toCopies: "Voir les copies",
} as const;
