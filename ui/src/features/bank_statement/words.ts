/** Every sentence of the screen « Relevé de la banque ». */
export const words = {
  title: "Relevé de la banque",
  sendKey: "Ctrl Entrée",
  keys: "← → change la réponse, ↓ passe au prêt suivant.",
  savedAnswer: "Les réponses se notent par leur bouton.",
  heading: (lender: string) => `Relevé mensuel\u202f: ${lender}`,
  intro: (sentence: string) => `${sentence}. Tout est coché payé\u202f: ne touchez que ce qui ne l’est pas.`,
  none: "Aucun prêt en cours",
  noneText: "Cette liste s’ouvre avec le premier prêt versé par une banque.",
  loans: "Les prêts",
  loansNote:
    "sans message de la banque, un prêt est «\u202fsans incident connu\u202f», jamais «\u202fpayé\u202f»",
  table: "Ce que dit la banque de chaque prêt",
  person: "Personne",
  number: "N°",
  inEuros: "En\u00a0€",
  says: "Ce que dit la banque",
  toSee: "À regarder",
  plain: "Sans rien à signaler",
  group: (title: string, count: number) => {
    const many = count > 1;
    if (many) return `${title}, ${count} prêts`;
    return `${title}, un prêt`;
  },
  answerOf: (name: string) => `Réponse pour ${name}`,
  answers: [
    { key: "paid", label: "payée" },
    { key: "missed", label: "impayée" },
    { key: "postponed", label: "reportée" },
    { key: "", label: "pas dit" },
  ],
  message: "Le message",
  lender: "Banque",
  month: "Échéances de",
  on: "Message reçu le",
  today: "aujourd’hui si rien n’est écrit",
  dateForm: "jj/mm/aaaa",
  total: "Total annoncé par la banque",
  expected: "Attendu",
  send: (count: number) => (count > 1 ? `Noter les ${count} réponses` : "Noter la réponse"),
  anyway: "Noter quand même",
  sending: "Enregistrement…",
  note: "Noté comme dit par la banque. Se défait en un geste.",
  noDue: "Aucune échéance de ce mois n’est encore échue dans cette banque.",
} as const;
