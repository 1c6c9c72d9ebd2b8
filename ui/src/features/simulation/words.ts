import { debitDay, fileFee, insuranceIs, insurancePerMonth, saving } from "../../parts/room_words.ts";

export * from "../../parts/room_words.ts";
export { fixedRate as rate } from "../../parts/room_words.ts";

export const simulatorWindow = "Simulateur";
export const simulatorIntro = "Un prêt qui n’appartient à aucun dossier. Rien n’est enregistré.";
export const anyLender = "sans convention";
export const lenderHint = "Sa convention donne le taux et les frais, et ses limites s’appliquent.";
export const calculate = "Calculer";
export const calculating = "Calcul…";

export const terms = "Les conditions";
export const lender = "Banque";
export const product = "Produit";
export const notChosen = "pas encore choisie";
export const noProduct = "non précisé";
export const amount = "Montant";
export const otherDuration = "autre";
export const otherMonths = "Mois";
export const otherTerms = "Frais, assurance, différé…";
export const term = {
  fee: fileFee,
  fee_payment: "Ces frais sont",
  insurance: insurancePerMonth,
  insurance_rate: "Assurance, en\u202f% par an du reste dû",
  insurance_requirement: insuranceIs,
  deferred: "Rien à payer, en mois",
  interest_only: "Intérêts seuls au début, en mois",
  interest_only_later: "Intérêts seuls plus tard, mois n°",
  debit_day: debitDay,
  first_period: "Première période",
};
export const laterForm = "13, 25";
export const asAgreed = "comme la convention le dit";
export const requirements = [
  { key: "optional", label: "facultative, hors du TAEG" },
  { key: "required", label: "exigée, dans le TAEG" },
];
export const feePayments = [
  { key: "at_start", label: "payés au début" },
  { key: "financed", label: "prêtés avec le reste" },
];
export const firstPeriods = [
  { key: "one_month", label: "un mois, quels que soient les jours" },
  { key: "months_and_days", label: "mois entiers, puis jours" },
];
export const disbursedOn = "Argent versé le";

export const inASentence = "En une phrase";

export const schedulePaper = "Imprimer l’échéancier";
export const comparisonPaper = "Imprimer la comparaison";

export const choice = "Le choix de la personne";
export const choiceNote = "après explication";
export const noChoice = "Pas encore noté. Il s’imprime avec la comparaison des banques.";
export const recordChoice = "Noter son choix";
export const changeChoice = "Changer";
export const removeChoice = "Retirer ce choix";
export const choiceOn = "Choisi le";
export const noAccount = "rien sur le compte";
export const reasons = "Ses raisons";
export const reasonsHint = "Dans ses mots\u202f: elles sont imprimées avec son choix.";
export const reasonsOf = (reasons: string) => `Ses raisons\u202f: ${reasons}`;
export const choiceActions = {
  add: "Noter",
  adding: saving,
};

export const loan = "Ce que coûte ce prêt";
export const totalCost = "Coût total";
export const costNote = "en euros, intérêts et frais obligatoires";
export const last = "Dernière échéance";
export const fixedRate = "Taux fixe";
export const taeg = "TAEG";
export const costPerMonth = "Coût par mois";
export const refunded = "Rendu par le CCAS";
export const finalCost = "Coût final, si tout est payé à l’heure";
export const account = "Compte demandé";
export const revolving = "Crédit renouvelable";
export const revolvingTaeg = "Comparer avec un crédit renouvelable au TAEG de, en\u202f%";
export const revolvingHint = "Le CCAS peut régler ce taux une fois pour toutes\u202f: Réglages, Règles.";
export const revolvingSentence = (credit: {
  taeg: string;
  instalment: string;
  total_cost: { text: string };
}) =>
  `À un TAEG de ${credit.taeg}, la même somme demanderait ${credit.instalment} par mois et coûterait ${credit.total_cost.text}.`;
export const interest = "Intérêts";
export const insuranceTotal = "Assurance en tout";
export const accountTotal = "Compte imposé, en tout";
export const lastDue = "Dernière mensualité le";
export const firstDue = "Première mensualité le";
export const usury = "À côté du taux d’usure";

export const offers = "Les banques";
export const noOffer = "Aucune banque n’a de convention en vigueur.";
export const toAgreements = "Saisir une convention signée";
export const isPossible = "Possible\u202f?";
export const noneIsPossible = "Aucune banque n’est possible. Ce qui la rendrait possible\u202f:";
export const keep = "Retenir";
export const keepAnyway = "Retenir…";
export const keepOf = (act: string, name: string) => `${act} ${name}`;
export const keepActions = { add: keep, adding: saving };
export const whyAnyway = (name: string) => `Pourquoi retenir ${name} quand même`;
export const whyAnywayHint = "Noté avec la date du jour, comme le choix de la personne.";
export const keptOffer = "Retenue";
export const inEachBank = "Le prêt dans chaque banque";
export const paidOn = "Versé le";
export const firstInstalment = "Première échéance";
export const aside = "La banque regardée";
export const detail = "Tout le détail et l’échéancier";
export const cost = "Coût";
export const durations = "Plus court, plus long";
export const duration = "Durée";
export const choose = "Choisir";

export const years = "Par année";
export const yearsTable = "Mensualités par année";
export const year = "Année";
export const instalments = "Mensualités";
export const paid = "Payé";
export const principal = "Capital";
export const outstanding = "Reste";
export const schedule = (count: number) => `Échéancier de ${count} lignes`;
export const scheduleTable = "Échéancier";
export const number = "N°";
export const due = "Date";
export const total = "Mensualité";
export const insuranceColumn = "Assurance";
export const noDates =
  "Les dates du versement et de la première échéance datent l’échéancier et précisent le TAEG.";

export const underThreshold = (apart: string) => `Reste à vivre\u202f: ${apart}`;
export const warning = "Sur chaque simulation imprimée";
