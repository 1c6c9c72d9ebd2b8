export const words = {
  title: "Budget du foyer",
  add: "Ajouter une ligne",
  addKey: "Alt N",
  table: "Lignes du budget",
  columns: {
    line: "Ligne",
    amount: "Montant en €",
    per: "Par",
    perMonth: "Par mois en €",
    certainty: "D’où on le sait",
  },
  noLine: "Aucune ligne.",
  notCountedSection: "non comptées",
  notCounted: "non comptée",
  notMonthly: "pas ramené au mois",
  editHint: "F2 modifie, Entrée valide et passe à la suivante, Échap restaure, Suppr retire.",
  editHintVoice:
    "Flèches : changer de ligne. F2 ou Entrée : modifier. Suppr : retirer. En modifiant, Entrée valide et passe à la suivante, Échap restaure.",

  emptyTitle: "Le budget est vide",
  emptyText:
    "Une ligne par ressource, charge ou dette, avec sa fréquence : Étrier ramène tout au mois et montre le reste à vivre avec son calcul, à mesure de la saisie.",

  detail: "Précision",
  detailHint: "Imprimée à côté du nom de la ligne.",
  cell: (what: string, line: string) => `${what}, ${line}`,
  amount: "Montant",
  frequency: "Par",
  certainty: "D’où on le sait",
  outstanding: "Reste dû",
  ends: "Dernier mois",
  monthForm: "mm/aaaa",

  afterAmount: "Avec le projet",
  afterReason: "Pourquoi elle change",
  afterHint: "0 si la ligne disparaît\u202f; 0 au montant si elle n’existe pas encore.",
  becomes: (amount: string, reason: string) => {
    const after = `avec le projet\u202f: ${amount}`;
    return reason === "" ? after : `${after} (${reason})`;
  },
  changes: "Ce qui change avec le projet",
  noChange: "Aucune ligne ne change.",
  instalment: "Mensualité du microcrédit",
  fromSimulation: "simulation",

  newLine: "Ajouter une ligne au budget",
  entry: "Ligne",
  entryHint: "Tapez un mot : loyer, salaire, crédit…",
  actions: {
    add: "Ajouter",
    adding: "Ajout…",
    enter: "Entrée",
    close: "Fermer",
    giveUp: "Abandonner",
    escape: "Échap",
  },
  draftFound: (when: string) =>
    when === "" ? "Ligne commencée, retrouvée." : `Ligne commencée le ${when}, retrouvée.`,
  draftText: "Elle n’est pas encore enregistrée.",

  resteAVivre: "Reste à vivre",
  resteNote: "par personne et par mois",
  divided: (shares: string) =>
    shares === "1"
      ? "Divisé par la seule part du foyer."
      : `Divisé par les ${shares} parts du foyer, choisies dans Personne et foyer.`,
  perDay: (amount: string) => `soit ${amount} par jour`,
  working: "Le calcul",
  workingCaption: "Calcul du reste à vivre",
  unknown: "–",
  today: "Aujourd’hui",
  withLoan: "Avec le projet",
  perMonth: "Par mois",
  bothCaption: "Calcul du reste à vivre, aujourd’hui et avec le projet",
  above: "atteint\u202f:",
  below: "à expliquer\u202f:",
  capacity: "Capacité de remboursement",
  others: "Autres repères",
  debtRatio: "taux d’endettement",
  afterwards: "puis",
} as const;
