export * from "../../parts/room_words.ts";
export { save as keep } from "../../parts/room_words.ts";

export const where = "Où la trouver :";
export const toKnow = "Pour savoir si elle est demandée";
export const dropNow = "Lâchez pour ajouter au dossier";
export const kinds =
  "PDF, JPEG, PNG, texte, DOCX ou ODT, 25 Mo au plus chacun. L’original n’est pas modifié.";
export const withoutPhotoInformation =
  "Retirer des photos le lieu, le jour et l’appareil (l’image ne change pas)";
export const adding = "Lecture et chiffrement des fichiers…";
export const addAgain = (count: number) =>
  count === 1 ? "Ajouter quand même ce fichier" : `Ajouter quand même ces ${count} fichiers`;
export const hidden = "Masqué avec les noms. F9 montre à nouveau ce fichier.";
export const reading = "Lecture du fichier…";
export const rotate = "Pivoter";
export const bigger = "Agrandir";
export const smaller = "Réduire";
export const cut = "Découper";
export const cutStarts = "Un autre papier commence page";
export const cutForm = "2, 4";
export const readStatements = "Lire les relevés";
export const page = (page: number, of: number) => `Page ${page} sur ${of}`;
export const before = "Page précédente";
export const after = "Page suivante";
export const notShown = "Ce document s’ouvre dans un autre programme.";
export const documentHint = "Le papier de la liste que ce fichier apporte.";
export const open = "Ouvrir ailleurs";
export const openHint =
  "S’ouvre dans un autre programme, sans les protections d’Étrier. Cette copie est effacée au verrouillage.";
export const save = "Enregistrer sous…";

export const list = "Papiers";
export const left = "Papiers du dossier";
export const right = "Le papier choisi";
export const scan = "Le scan";
export const arrived = "À placer";
export const proposed = (count: number) => (count === 1 ? "1 fichier arrivé" : `${count} fichiers arrivés`);
export const lacking = "Manque";
export const good = "Bon";
export const goodCount = (count: number) => `Bon : ${count} papiers`;
export const aside = (count: number) => `Selon sa situation, passés ou écartés : ${count}`;
export const asideList = "Papiers selon sa situation, passés ou écartés";
export const nothingLacks = "Rien ne manque";
export const noPlace = "place à choisir";
export const goesTo = (place: string) => `→ ${place}`;
export const enterKey = "Entrée";
export const toPlace = "un fichier est à placer";
export const place = "Sa place";
export const placeIt = "Placer, au suivant";
export const isNow = "Ce papier est";
export const issuedOn = "Daté du";
export const validUntil = "Valable jusqu’au";
export const why = "Pourquoi";
export const whyHint = "Cette phrase part telle quelle dans la lettre de rappel.";
export const toNext = "Au suivant";
export const other = "Autre";
export const otherState = "Ou bien il est";
export const part = "Lequel, s’il y en a plusieurs";
export const partHint = "Un mois, un nom.";
export const fileOf = (at: number, of: number) => `Fichier ${at} sur ${of}`;
export const noScan = "Aucun scan pour l’instant.";
export const turned = "tournée, enregistrée";
export const dropHere = "Lâchez ici vos scans, tous ensemble";
export const refusedTitle = (count: number) =>
  count === 1 ? "1 fichier n’est pas gardé" : `${count} fichiers ne sont pas gardés`;
export const fileIs = (kind: string, size: string, added: string) => `${kind}, ${size}, ajouté le ${added}.`;
