export * from "../../parts/room_words.ts";

export const title = "Relevés";
export const aside = "Ce que disent les relevés";
export const intro = "Trois mois de relevés, prouvés au centime";
export const dropHere = "Déposez les relevés ici, dans n’importe quel ordre.";
export const dropMore = "Déposez d’autres relevés ici, dans n’importe quel ordre.";
export const kinds =
  "PDF du site de la banque, CSV, OFX, QIF ou CAMT.053, plusieurs à la fois. Lus en mémoire, rien n’est gardé sans votre accord.";
export const readKept = (count: number) =>
  count === 1 ? "Lire le relevé du dossier" : `Lire les ${count} relevés du dossier`;
export const writing = "Chiffrement des relevés…";

export const proofTable = "Un mois par ligne, du solde de départ au solde d’arrivée";
export const columns = {
  month: "Mois",
  opening: "Départ",
  incoming: "Entrées",
  outgoing: "Sorties",
  closing: "Arrivée",
  proof: "Preuve",
};
export const plus = "+";
export const minus = "\u2212";
export const equals = "=";
export const differs = "\u2260";
export const account = (label: string, isJoint: boolean, share: number) => {
  const part = share === 100 ? "" : `, compté pour ${share}\u202f%`;
  return isJoint ? `${label}, compte joint${part}` : label;
};
export const share = "Sa part, en\u202f%";
export const always = "Toujours ainsi";
export const alwaysHint = "seulement ce que vous avez accepté, dans ce bureau";
export const forgetWords = "Oublier";
export const splitAs = "Séparer d’après l’attestation, ou joindre";
export const split = "Séparer";
export const amountOf = (at: number) => `Montant de la part ${at}`;
export const partOf = (at: number) => `Part ${at}`;
export const asJoint = "Compte joint";
export const asAlone = "Un seul titulaire";
export const asSavings = "C’est de l’épargne";
export const asCurrent = "C’est un compte courant";
export const of = (label: string) => `de ${label}`;
export const balance = "Solde";
export const prove = "Prouver";
export const agreed = (witnesses: string) => `Concordent\u202f: ${witnesses}.`;

export const askedAgain = "À redemander";
export const toTheList = "Ira dans la liste à apporter.";
export const unread = "Sans lecture";
export const figures = "Déjà lisible";
export const atAGlance = "D’un coup d’œil";
export const kept = "Ce qui sera gardé";
export const keptText =
  "Les lignes acceptées, les indicateurs, la preuve, les relevés eux-mêmes. Les opérations sont oubliées en fermant.";
export const seeProposals = (count: number) =>
  count === 1 ? "Voir la proposition" : `Voir les ${count} propositions`;
export const mainKey = "Ctrl Entrée";
export const forget = "Annuler";

export const provedMonths = (months: string) => `${months}\u202f: prouvés`;
export const theProof = "la preuve";
export const proposals = "Propositions des relevés";
export const heads = {
  name: "Nom lu",
  entry: "Ligne du budget",
  amount: "Montant",
  per: "Par",
  why: "Pourquoi",
  decision: "Décision",
};
export const takenOf = (section: string) => `${section}, vu et accepté`;
export const accept = "Accepter";
export const accepted = "Acceptée";
export const left = "Laissée";
export const leave = "Laisser";
export const toName = "à nommer";
export const probable = "Les plus probables";
export const join = "Joindre à";
export const together = (lines: number) => `Les ${lines} lignes qu’il réunit`;
export const ownLine = "Nouvelle ligne";
export const behind = "Les opérations derrière\u202f:";
export const hidden = "masqué";
export const keys = [
  ["Entrée", "accepte, passe à la suivante"],
  ["F2", "change la ligne"],
  ["Suppr", "laisse"],
] as const;
export const questions = "À demander à la personne";
export const resteAVivreNow = "Reste à vivre, dit";
export const resteAVivreWith = "avec ce qui est accepté";
export const noProposal = "Rien de prouvé ne revient\u202f: rien n’est proposé.";

export const statements = "Relevés de compte";
export const addAccount = "Ajouter un compte";
export const noAccount =
  "Aucun relevé lu. Trois mois de relevés par compte montrent découverts, rejets et frais.";
export const accountHint = "Par exemple\u202f: compte courant, livret A.";
export const lowestHint = "Avec un signe moins en découvert.";
const overdrawn = "Jours à découvert";
export const statementColumns = {
  account: "Compte",
  overdraft: "Découvert permis",
  lowest: "Plus bas",
  days: overdrawn,
  rejected: "Rejets",
  fees: "Frais",
  savings: "Épargne",
  remark: "Remarque",
};
export const statementFields = {
  account: "Compte",
  bank: "Banque",
  from: "Premier mois lu",
  to: "Dernier mois lu",
  overdraft: "Découvert permis",
  lowest: "Solde le plus bas",
  days_overdrawn: overdrawn,
  rejected: "Rejets",
  fees: "Frais pris par la banque",
  savings: "Épargne à la fin",
  remark: "Remarque",
};
