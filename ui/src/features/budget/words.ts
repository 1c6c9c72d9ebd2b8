import { amountInEuros, resteAVivre } from "../../parts/room_words.ts";

export * from "../../parts/room_words.ts";

export const title = "Budget du foyer";
export const meaning = "Ce que dit le budget";
export const projectColumn = "Colonne «\u202favec le projet\u202f»";
export const proved = "Ce qui est prouvé";
export const papersLacking = "Les papiers qui manquent";
export const seeSimulation = "Voir la simulation";
export const table = "Lignes du budget";
export const columns = {
  line: "Ligne",
  amount: amountInEuros,
  per: "Par",
  perMonth: "Par mois en €",
  certainty: "Preuve",
};
export const notCountedSection = "non comptées";
export const notCounted = "non comptée";
export const notMonthly = "pas ramené au mois";

export const emptyText = "Tapez un salaire ou une allocation.";

export const detail = "Précision";
export const amount = "Montant";
export const makes = (month: string) => `= ${month}`;
export const nothingToRemove = "Ligne vide\u202f: elle ne compte pas.";
const rareNames: Record<string, string> = {
  income: "Autre ressource",
  fixed_expense: "Autre charge",
  running_expense: "Autre dépense",
  debt: "Autre dette",
};
export const rareLine = (section: string) => `${rareNames[section]}\u202f: tapez son nom`;
export const frequency = "Par";
export const outstanding = "Reste dû";
export const ends = "Dernier mois";

export const afterAmount = "Avec le projet";
export const afterReason = "Pourquoi elle change";
export const becomes = (amount: string, reason: string) => {
  const after = `avec le projet\u202f: ${amount}`;
  return reason === "" ? after : `${after} (${reason})`;
};
export const account = "Compte demandé par la banque";
export const fromAgreement = "convention";
export const more = "Préciser";
export const member = "À\u00a0qui";
export const household = "Le foyer";
export const creditor = "Créancier";
export const arrears = "Retard";
export const plan = "Plan d’apurement";
export const paidOff = "Soldée par ce prêt";
export const paidOffToday = "soldée par ce prêt\u202f: comptée aujourd’hui, plus ensuite";
export const hope = "Certitude";
export const comment = "Commentaire";
export const aboveUsual = "dépasse l’usage";
export const commentAsked = "Un commentaire est demandé.";
export const monthOf = (line: string) => `${line}, par mois`;

export const heard = "Dit au téléphone";
export const takeHeard = "Reprendre dans le budget, à confirmer";

export const resteWithLoan = "Reste à vivre avec le projet";
export const resteNote = "par personne et par mois";
export const divided = (shares: string) =>
  shares === "1"
    ? "Divisé par la seule part du foyer."
    : `Divisé par les ${shares} parts du foyer, choisies dans Personne et foyer.`;
export const byDay = (amount: string) => `${amount} par jour`;
export const workingCaption = "Calcul du reste à vivre";
export const today = "Aujourd’hui";
export const bothCaption = "Calcul du reste à vivre, aujourd’hui et avec le projet";
export const above = "atteint\u202f:";
export const below = "à expliquer\u202f:";
export const threshold = "Écart au repère";
export const capacity = "Capacité de remboursement";
export const lenderRule = (name: string) => `Règle de ${name}`;
export const lenderDivided = (shares: string) => `Divisé par ${shares}.`;

export const months = "Mois par mois, pendant le prêt";
export const lowest = "Le mois le plus bas";
export const eachMonth = "Chaque mois";
export const curve = (first: string, last: string) =>
  `Reste à vivre de ${first} à ${last}, une barre par mois, la plus basse plus foncée.`;
export const curveThreshold = (amount: string) => `Le trait est le repère, ${amount}.`;
export const monthColumns = {
  month: "Mois",
  income: "Ressources",
  expenses: "Charges",
  debts: "Dettes",
  loan: "Prêt",
  left: "Reste",
  resteAVivre: resteAVivre,
};

export const versions = "Versions du budget";
export const compareBefore = "Comparer";
export const compareAfter = "avec";
export const versionShort = (version: number) => `Version ${version}`;
export const closed = (version: number, closing: string) => `Version ${version}\u202f: ${closing}.`;
export const difference = "Écart";

export const others = "Autres repères";
export const debtRatio = "Taux d’endettement";
export const afterwards = "puis";
export const confirmAll = "Tout confirmer";
export const confirmText =
  "Relisez chaque ligne avec la personne. Corriger une ligne la confirme\u202f; sans rien à corriger, confirmez tout d’un coup.";

export const gridHints = {
  hint: "Entrée descend · Tab va à droite · 43*10/12, 186 / 2 mois, 168 / an se comprennent",
  voice:
    "Flèches\u202f: changer de ligne. F2, Entrée ou un chiffre\u202f: modifier. Suppr\u202f: vider la ligne. En modifiant, Entrée enregistre et descend, Tab va à droite, Échap annule.",
};
