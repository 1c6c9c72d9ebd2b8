export const windowTitle = (page: string) => `${page} – Aide`;
export const loadingTitle = "Aide";
export const intro = "Tout est sur cet ordinateur, sans réseau.";
export const introKeys = [
  { key: "F1", does: "ouvre la page de l’écran où vous êtes," },
  { key: "?", does: "tous les raccourcis." },
];
export const talkingPoints = "Argumentaire pour les collègues";
export const search = "Chercher dans l’aide";
export const searchHint = "Les accents et les pluriels ne comptent pas ; « impayé » trouve aussi « retard ».";
export const found = (count: number) => (count < 2 ? `${count} réponse` : `${count} réponses`);
export const nothing = (typed: string) =>
  `Aucune page ne correspond à « ${typed} ». Essayez un seul mot, ou parcourez le guide.`;
export const contents = "Pages de l’aide";
export const keyboard = "Au clavier";
export const allKeys = "Tous les raccourcis";
export const glossary = "Les mots de cette page";
export const law = "Ce que dit la loi";
export const lawNote = "valeurs en vigueur aujourd’hui";
export const lawSettings = "Voir ces valeurs dans les réglages";
export const toCheck = "à vérifier";
