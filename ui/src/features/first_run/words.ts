import { otherWords } from "../../parts/words.ts";

export * from "../../parts/room_words.ts";
export { otherWords };

export const title = "Premier lancement";
export const whatFirst = "Le microcrédit personnel accompagné, sans réseau.";
export const trial = {
  title: "Essayer avec un CCAS inventé",
  doing: "Création de l’essai…",
  text: "60 dossiers, des papiers\u202f: tout est permis.",
  points: [
    "ouvert tout de suite, sans mot de passe",
    "rien de vrai, quitté quand vous voulez",
    "le mot «\u202fdémonstration\u202f» reste en haut de l’écran",
  ],
};
export const real = {
  title: "Commencer pour de vrai",
  text: "Votre CCAS et vos dossiers\u202f: une page à remplir.",
  points: [
    "chiffré, rien n’en sort",
    "une imprimante pour la feuille de secours",
    "un tableur à reprendre viendra après",
  ],
};
export const reopenCopy = "J’ai une copie\u202f: la rouvrir";

export const officeTitle = "Votre CCAS, et vos six mots";
export const officeNote = "tout se change plus tard, dans Réglages";
export const officePart = "1. Le CCAS";
export const officeIntro = "ce qui sera en haut de vos papiers";
export const advisor = "Votre prénom et nom";
export const wordsPart = "2. Vos six mots";
export const wordsIntro = "ils ouvrent Étrier\u202f; personne d’autre ne les a";
export const retype = "Retapez-les, séparés par un espace";
export const chooseOwn = "Choisir ma propre phrase";
export const takeSix = "Prendre les six mots";
export const sheetPart = "3. La feuille de secours";
export const sheetIntro = "si les mots sont oubliés";
export const lostTogether =
  "Mots et feuille perdus ensemble\u202f: les dossiers ne s’ouvrent plus, pour personne.";
export const start = "Ouvrir Étrier";
export const starting = "Création du coffre…";
export const sendKey = "Ctrl Entrée";
export const cancel = "Annuler";

export const nameLeft = "le nom du CCAS";
export const advisorLeft = "votre nom";
export const phraseLeft = "une phrase assez longue";
export const againLeft = "la phrase une seconde fois";
export const wordsLeft = (count: number) => (count === 1 ? "un mot à retaper" : `${count} mots à retaper`);
export const groupLeft = (number: number) => `le groupe ${number}`;
export const remaining = (what: readonly string[]) => `Il reste\u202f: ${what.join(", ")}.`;
