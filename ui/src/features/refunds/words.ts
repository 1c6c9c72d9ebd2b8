export * from "../../parts/room_words.ts";

export const windowTitle = "Remboursements";
export const list = "Intérêts à rembourser";
export const nobody = "Personne n’attend un remboursement.";
export const table = "Remboursements";
export const columns = ["Personne", "Dû depuis", "Intérêts", "À rembourser", "Où il en est"];
export const over = "l’enveloppe n’y suffit plus";
export const statement = "État pour le comptable";
/** Goes apart from it: it has the account numbers. */
export const transfers = "Liste de virement";
export const see = "Voir l’état";
export const close = "Fermer l’état";
/** Under the interest of a refund made as the loan starts. */
export const planned = "prévus";
