type Term =
  | "fee"
  | "fee_payment"
  | "insurance"
  | "insurance_rate"
  | "insurance_requirement"
  | "deferred"
  | "interest_only"
  | "interest_only_later"
  | "debit_day"
  | "first_period";

/** What the folded conditions are about; two of one kind are named once. */
const named: Readonly<Record<Term, string>> = {
  fee: "frais de dossier",
  fee_payment: "frais de dossier",
  insurance: "assurance",
  insurance_rate: "assurance",
  insurance_requirement: "assurance",
  deferred: "mois sans rien payer",
  interest_only: "intérêts seuls",
  interest_only_later: "intérêts seuls",
  debit_day: "prélèvement",
  first_period: "première période",
};

const isFirst = (name: string, at: number, names: readonly string[]): boolean => names.indexOf(name) === at;

export const words = {
  simulator: "Simulateur",
  simulatorWindow: "Simulateur – Étrier",
  simulatorIntro: "Un prêt qui n’appartient à aucun dossier. Rien n’est enregistré.",
  anyLender: "sans convention",
  lenderHint: "Sa convention donne le taux et les frais, et ses limites s’appliquent.",
  calculate: "Calculer",
  calculating: "Calcul…",
  enter: "Entrée",
  simulatorSaved: "Rien à enregistrer\u202f: une simulation sans dossier ne se garde pas.",

  terms: "Les conditions",
  lender: "Banque",
  product: "Produit",
  notChosen: "pas encore choisie",
  noProduct: "non précisé",
  amount: "Montant",
  months: "Durée, en mois",
  rate: "Taux fixe, en %",
  otherTerms: (terms: readonly Term[]) =>
    `Autres conditions\u202f: ${terms
      .map((term) => named[term])
      .filter(isFirst)
      .join(", ")}`,
  term: {
    fee: "Frais de dossier",
    fee_payment: "Ces frais sont",
    insurance: "Assurance, par mois",
    insurance_rate: "Assurance, en\u202f% par an du reste dû",
    insurance_requirement: "Cette assurance est",
    deferred: "Rien à payer, en mois",
    interest_only: "Intérêts seuls au début, en mois",
    interest_only_later: "Intérêts seuls plus tard, mois n°",
    debit_day: "Jour de prélèvement",
    first_period: "Première période",
  },
  laterForm: "13, 25",
  asAgreed: "comme la convention le dit",
  requirements: [
    { key: "optional", label: "facultative, hors du TAEG" },
    { key: "required", label: "exigée, dans le TAEG" },
  ],
  feePayments: [
    { key: "at_start", label: "payés au début" },
    { key: "financed", label: "prêtés avec le reste" },
  ],
  firstPeriods: [
    { key: "one_month", label: "un mois, quels que soient les jours" },
    { key: "months_and_days", label: "mois entiers, puis jours" },
  ],
  disbursedOn: "Argent versé le",
  firstDueOn: "Première échéance le",
  dateForm: "jj/mm/aaaa",

  inASentence: "En une phrase",
  suggested: "Lecture proposée",
  suggestedNote: "À relire avec la personne\u202f: le choix est le sien.",

  papers: "À imprimer",
  papersNote: "pour la personne",
  printKey: "Ctrl P",
  schedulePaper: "Simulation et échéancier",
  comparisonPaper: "Comparaison des banques",
  opening: "Ouverture du papier…",

  choice: "Le choix de la personne",
  choiceNote: "après explication",
  noChoice: "Pas encore noté. Il s’imprime avec la comparaison des banques.",
  recordChoice: "Noter son choix",
  changeChoice: "Changer",
  removeChoice: "Retirer ce choix",
  choiceOn: "Choisi le",
  todayHint: "Vide\u202f: aujourd’hui.",
  noAccount: "rien sur le compte",
  reasons: "Ses raisons",
  reasonsHint: "Dans ses mots\u202f: elles sont imprimées avec son choix.",
  reasonsOf: (reasons: string) => `Ses raisons\u202f: ${reasons}`,
  choiceActions: {
    add: "Noter",
    adding: "Enregistrement…",
    enter: "Entrée",
    close: "Fermer",
    giveUp: "Abandonner",
    escape: "Échap",
  },

  lacks: "Il manque encore quelque chose.",
  loan: "Ce que coûte ce prêt",
  perMonth: "Par mois",
  totalCost: "Coût total du crédit",
  costNote: "intérêts, frais et assurance, en euros",
  monthsShort: "Durée",
  last: "Dernière échéance",
  fixedRate: "Taux fixe",
  taeg: "TAEG",
  totalPaid: "Total à rembourser",
  resteAVivre: "Reste à vivre avec le prêt",
  fee: "Frais de dossier",
  ownRule: "Par la règle de la banque",
  ownStanding: "Ce que cette règle demande",
  costPerMonth: "Coût par mois",
  refunded: "Rendu par le CCAS",
  finalCost: "Coût final, si tout est payé à l’heure",
  asks: "Ce que cela change pour la personne",
  account: "Compte demandé",
  accountCost: "Coût du compte",
  accountNote: "Avantages et inconvénients",
  insuranceAsked: "Assurance",
  guarantor: "Caution d’un proche",
  postponed: "Reports possibles",
  interestOnlyAllowed: "Intérêts seuls",
  answer: "Réponse",
  toldBy: "Qui annonce la décision",
  revolving: "Crédit renouvelable",
  revolvingTaeg: "Comparer avec un crédit renouvelable au TAEG de, en\u202f%",
  revolvingHint: "Le CCAS peut régler ce taux une fois pour toutes\u202f: Réglages, Règles.",
  revolvingSentence: (credit: { taeg: string; instalment: string; total_cost: { text: string } }) =>
    `À un TAEG de ${credit.taeg}, la même somme demanderait ${credit.instalment} par mois et coûterait ${credit.total_cost.text}.`,
  notMicrocredit: "Pas un microcrédit",
  comma: ", ",
  figureOf: (figure: string, lender: string) => `${figure}, ${lender}`,
  interest: "Intérêts",
  insuranceTotal: "Assurance en tout",
  lastDue: "Dernière mensualité le",
  firstDue: "Première mensualité le",
  usury: "À côté du taux d’usure",

  offers: "Le même projet, dans chaque banque",
  offersTable: "Comparaison des banques",
  noOffer: "Aucune banque n’a de convention en vigueur.",
  toAgreements: "Saisir une convention signée",
  agreement: "Convention",
  keep: "Retenir",
  keepOf: (name: string) => `Retenir ${name}`,
  keptOffer: "Offre retenue",
  choose: "Choisir",
  beside: "À côté de l’offre retenue",
  unknown: "–",

  years: "Par année",
  yearsTable: "Mensualités par année",
  year: "Année",
  instalments: "Mensualités",
  paid: "Payé",
  principal: "Capital",
  outstanding: "Reste",
  schedule: (count: number) => `Échéancier de ${count} lignes`,
  scheduleTable: "Échéancier",
  number: "N°",
  due: "Date",
  total: "Mensualité",
  insuranceColumn: "Assurance",
  noDates: "Les dates du versement et de la première échéance datent l’échéancier et précisent le TAEG.",

  limit: "Ce que la convention permet",
  limitOut: "hors des limites\u202f:",
  limitIn: "dans les limites\u202f:",
  within: "Dans les limites",
  warning: "Sur chaque simulation imprimée",

  draftFound: (when: string) =>
    when === "" ? "Saisie commencée, retrouvée." : `Saisie commencée le ${when}, retrouvée.`,
  draftText: "Elle n’est pas encore enregistrée\u202f: quittez le champ pour l’enregistrer.",
  giveUp: "Abandonner",
} as const;
