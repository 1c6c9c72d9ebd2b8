// Every sentence of the screen « Relevé de la banque ».

export * from "../../parts/room_words.ts";

export const keys = "← → change la réponse, ↓ passe au prêt suivant.";
export const heading = (lender: string) => `Relevé mensuel\u202f: ${lender}`;
export const intro = (sentence: string) =>
  `${sentence}. Le reste est coché payé\u202f: ne touchez que ce qui ne l’est pas.`;
export const none = "Aucun prêt en cours";
export const noneText = "Cette liste s’ouvre avec le premier prêt versé par une banque.";
export const loans = "Les prêts";
export const loansNote =
  "sans message de la banque, on lit «\u202faucun incident connu\u202f», jamais «\u202fpayé\u202f»";
export const table = "Ce que dit la banque de chaque prêt";
export const person = "Personne";
export const number = "N°";
export const inEuros = "En\u00a0€";
export const toSee = "À regarder";
export const plain = "Sans rien à signaler";
export const group = (title: string, count: number) => {
  const many = count > 1;
  if (many) return `${title}, ${count} prêts`;
  return `${title}, un prêt`;
};
export const answerOf = (name: string) => `Réponse pour ${name}`;
export const answers = [
  { key: "paid", label: "payée" },
  { key: "missed", label: "impayée" },
  { key: "postponed", label: "reportée" },
  { key: "", label: "pas dit" },
];
export const message = "Le message";
export const lender = "Banque";
export const month = "Échéances de";
export const on = "Message reçu le";
export const total = "Total annoncé par la banque";
export const expected = "Attendu";
export const send = (count: number) => (count === 0 ? "Noter\u202f: rien de nouveau" : "Noter les réponses");
export const anyway = "Noter quand même";
export const note = "Noté comme dit par la banque. Se défait en un geste.";
export const noDue = "Aucune échéance de ce mois n’est encore échue dans cette banque.";
