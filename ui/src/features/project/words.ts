import { amountInEuros } from "../../parts/room_words.ts";

export * from "../../parts/room_words.ts";

export const project = "Le projet";
export const wantedFor = "Pour quand";
export const storyHint = "Imprimé pour la banque et le comité.";
export const justification = "Pourquoi dépasser le plafond ordinaire";
export const justificationHint = "Écrit, il permet d’aller jusqu’au plafond exceptionnel.";
export const debtEffect = "Ce que le prêt change aux dettes";
export const debtEffectHint = "Le prêt paie des dettes : dites en quoi la situation s’améliore.";
export const paymentMeans = "Versement des fonds";
export const paymentMeansHint = "Chèque de banque à l’ordre du vendeur, virement…";
export const ownShare = "Apport personnel";
export const ownShareNote = "D’où vient l’apport";

export const tableOf = (name: string) => `Lignes, ${name.toLowerCase()}`;

export const quotes = "Devis et annonces";
export const quotesNote = "seul, un devis est retenu de lui-même";
export const addQuote = "Ajouter un devis";
export const noQuote = "Aucun devis.";
export const quote = {
  label: "Devis",
  seller: "Vendeur",
  dated_on: "Daté du",
  valid_until: "Valable jusqu’au",
  amount: "Prix en €",
  choice: "État",
  reason: "Pourquoi écarté",
};
export const choiceBlank = "retenu s’il est seul";
export const expired = "dépassé :";

export const expenses = "Ce que coûte le projet";
export const expensesNote = "sans ligne, ce sont les devis retenus";
export const noExpense = "Aucune dépense écrite : le coût est la somme des devis retenus.";
export const expense = { label: "Dépense", amount: amountInEuros };

export const aids = "Aides cherchées d’abord";
export const aidsNote = "le microcrédit vient après les autres droits";
export const noAid = "Aucune aide notée.";
export const aid = {
  label: "Aide",
  provider: "Organisme",
  asked_on: "Demandée le",
  status: "Réponse",
  answered_on: "Répondu le",
  amount: amountInEuros,
  counted: "Comptée en €",
  reason: "Précision",
};

export const plan = "Plan de financement";
export const planNote = "au centime";
export const planTable = "Lignes du plan de financement";
export const columns = { line: "Ligne", amount: "€", note: "Précision" };
export const toPay = "À payer";
export const cost = "Coût du projet";
export const paidBy = "Payé par";
export const funding = "Financement";
export const none = "Rien encore.";
export const waysOut = "Pour équilibrer le plan :";
export const loanCost = "Coût du prêt";
export const followPlan = "Reprendre le reste du plan";
export const hoped = "Et si l’aide arrive";
export const limitOut = "Hors des limites :";
