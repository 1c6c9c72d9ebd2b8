export * from "../../parts/room_words.ts";

export const papers = "Papiers";
export const readyCount = (ready: number, all: number) =>
  ready === 0
    ? "rien à imprimer encore"
    : ready === all
      ? `${all} à imprimer`
      : `${ready} à imprimer sur ${all}`;
export const uncalledFor = (count: number) =>
  count === 1 ? "1 courrier sans objet pour l’instant" : `${count} courriers sans objet pour l’instant`;
export const toRoom = "Aller à l’onglet où cela s’écrit";
export const beforePrinting = "Avant d’imprimer";
export const missingNote = "le papier sort quand même, et le dit";
export const complete = "Compléter dans";
export const inSettings = "Le reste s’écrit une fois pour tous les papiers, dans";
export const settings = "Réglages";
export const kept = "Papiers remis";
export const keptNote = "gardés tels qu’ils sont sortis";
export const keptNone =
  "Rien n’est encore sorti de ce dossier. Chaque papier ouvert ou enregistré viendra ici.";
export const keptOn = (day: string, at: string) => `${day}, ${at}`;
export const keptFor = "pour";
export const fingerprint = (signs: string) => `exemplaire ${signs}`;
export const keptAsItWas = "Ce papier est montré tel qu’il est sorti, quoi qu’il se soit passé depuis.";
export const empty = "Aucun papier pour l’instant";
export const emptyText = "Les papiers du dossier viennent ici dès que ses faits permettent de les écrire.";
export const byMail = "Par courriel";
export const writeMail = "Préparer le courriel";
export const mailHint =
  "Votre logiciel de courriel s’ouvre, le papier joint sous mot de passe. Étrier n’envoie rien.";
export const writingMail = "Préparation du courriel…";
export const itsPassword = "Mot de passe, montré cette fois seulement, à dire par téléphone\u202f:";
export const toldByPhone = "Je l’ai dit par téléphone";
export const passwordTold = (title: string) =>
  `${title}\u202f: par courriel, mot de passe dit par téléphone.`;
export const passwordNoted = "Noté au fil du dossier.";
export const ownWords = "Une phrase à vous";
export const ownWordsNote = "pour cette lettre seulement, gardée avec elle";
export const ownWordsLabel = "Écrite à la fin de la lettre, avant la formule de politesse";
