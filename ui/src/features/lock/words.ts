function lockedAfter(at: string, silence: string): string {
  return `Verrouillé à ${at} après ${silence} sans activité. Rien n’est perdu : vous reviendrez où vous étiez.`;
}

export const words = {
  title: "Verrouillé – Étrier",
  hello: "Bonjour",
  start: "Tapez votre phrase secrète pour ouvrir les dossiers.",
  locked: {
    asked: (at: string) => `Verrouillé à ${at}. Rien n’est perdu : vous reviendrez où vous étiez.`,
    idle: (at: string, minutes: number | null) =>
      lockedAfter(at, minutes === null ? "un moment" : `${minutes} minutes`),
    suspend: (at: string) =>
      `Verrouillé à ${at}, à la mise en veille. Rien n’est perdu : vous reviendrez où vous étiez.`,
  },
  passphrase: "Phrase secrète",
  passphraseMissing: "Tapez la phrase.",
  codeMissing: "Tapez le code.",
  open: "Ouvrir",
  opening: "Ouverture…",
  enter: "Entrée",
  wait: (seconds: number) =>
    seconds === 1
      ? "Nouvel essai possible dans 1 seconde."
      : `Nouvel essai possible dans ${seconds} secondes.`,
  forgotten: "Phrase oubliée : utiliser le code de secours",
  codeTitle: "Code de secours",
  codeIntro:
    "Recopiez les huit groupes de votre feuille. Espaces, majuscules et minuscules sont sans importance.",
  code: "Code de secours",
  fingerprint: "Empreinte de ces dossiers, la même que sur la feuille :",
  backToPassphrase: "Revenir à la phrase secrète",
  chooseTitle: "Choisissez une nouvelle phrase",
  chooseIntro:
    "Le code de secours a ouvert les dossiers. Une nouvelle phrase secrète remplace celle qui est perdue ; il faudra ensuite faire un nouveau code, puisque l’enveloppe a été ouverte.",
  newPassphrase: "Nouvelle phrase secrète",
  choose: "Choisir cette phrase",
  choosing: "Un instant…",
  later: "Plus tard",
  chosen:
    "La nouvelle phrase est en place. L’enveloppe du code a été ouverte : dans « Sécurité et copies », faites un nouveau code, puis détruisez l’ancienne feuille.",
  notChosen:
    "Le code de secours a ouvert les dossiers. Dans « Sécurité et copies », choisissez une nouvelle phrase, puis faites un nouveau code.",
  reopen: "Ordinateur neuf ou fichier abîmé : rouvrir une copie",
  reopenCopy: "Rouvrir une copie",
  problem: "Les dossiers ne peuvent pas être ouverts",
  problemAdvice:
    "Rien n’a été effacé ni remplacé. Ne supprimez aucun fichier. Une copie peut rouvrir les dossiers ; sinon, prévenez votre service informatique.",
  tryAgain: "Regarder à nouveau",
} as const;
