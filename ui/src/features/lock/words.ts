function lockedAfter(at: string, silence: string): string {
  return `Verrouillé à ${at} après ${silence} sans activité. Rien n’est perdu : vous reviendrez où vous étiez.`;
}

export * from "../../parts/words.ts";

export const title = "Verrouillé";
export const hello = "Bonjour";
export const demo = "Démonstration";
export const demoIntro = "Des personnes inventées\u202f: aucune phrase secrète n’est demandée.";
export const openDemo = "Rouvrir la démonstration";
export const start = "Tapez votre phrase secrète pour ouvrir les dossiers.";
export const locked = {
  asked: (at: string) => `Verrouillé à ${at}. Rien n’est perdu : vous reviendrez où vous étiez.`,
  idle: (at: string, minutes: number | null) =>
    lockedAfter(at, minutes === null ? "un moment" : `${minutes} minutes`),
  suspend: (at: string) =>
    `Verrouillé à ${at}, à la mise en veille. Rien n’est perdu : vous reviendrez où vous étiez.`,
};
export const passphraseMissing = "Tapez la phrase.";
export const codeMissing = "Tapez le code.";
export const wait = (seconds: number) =>
  seconds === 1 ? "Nouvel essai possible dans 1 seconde." : `Nouvel essai possible dans ${seconds} secondes.`;
export const forgotten = "Phrase oubliée : utiliser le code de secours";
export const codeIntro =
  "Recopiez les huit groupes de votre feuille. Espaces, majuscules et minuscules sont sans importance.";
export const fingerprint = "Empreinte de ces dossiers, la même que sur la feuille :";
export const backToPassphrase = "Revenir à la phrase secrète";
export const chooseTitle = "Choisissez une nouvelle phrase";
export const chooseIntro =
  "Le code de secours a ouvert les dossiers. Une nouvelle phrase secrète remplace celle qui est perdue ; il faudra ensuite faire un nouveau code, puisque l’enveloppe a été ouverte.";
export const choose = "Choisir cette phrase";
export const choosing = "Un instant…";
export const later = "Plus tard";
export const chosen =
  "La nouvelle phrase est en place. L’enveloppe du code a été ouverte : dans « Sécurité et copies », faites un nouveau code, puis détruisez l’ancienne feuille.";
export const notChosen =
  "Le code de secours a ouvert les dossiers. Dans « Sécurité et copies », choisissez une nouvelle phrase, puis faites un nouveau code.";
export const reopen = "Ordinateur neuf ou fichier abîmé : rouvrir une copie";
export const problem = "Les dossiers ne peuvent pas être ouverts";
export const problemAdvice =
  "Rien n’a été effacé ni remplacé. Ne supprimez aucun fichier. Une copie peut rouvrir les dossiers ; sinon, prévenez votre service informatique.";
export const tryAgain = "Regarder à nouveau";
