export * from "../../parts/room_words.ts";
export { save as keep } from "../../parts/room_words.ts";

export const list = "Pièces à réunir";
export const listTable = (stage: string) => `Pièces : ${stage.toLowerCase()}`;
export const number = "N°";
export const piece = "Pièce";
export const state = "État";
export const note = "Précision";
export const scans = "Fichier";
export const noScan = "aucun";
export const scanCount = (count: number) => (count === 1 ? "1 fichier" : `${count} fichiers`);
export const isNow = "Cette pièce est";
export const part = "Laquelle, s’il y en a plusieurs";
export const partHint = "Un mois, un nom. Laissé vide : la seule.";
export const issuedOn = "Datée du";
export const validUntil = "Valable jusqu’au";
export const why = "Pourquoi";
export const whyHint = "Écrit dans le rappel et dans le dossier de la banque.";
export const where = "Où la trouver :";
export const toKnow = "Pour savoir si elle est demandée";
export const forLine = (label: string) => `Les fichiers déposés iront à : ${label}`;
export const title = "Fichiers du dossier";
export const table = "Fichiers du dossier, du plus ancien au plus récent";
export const file = "Fichier";
export const document = "Pièce";
export const size = "Taille";
export const addedOn = "Ajouté";
export const empty = "Aucun fichier pour l’instant";
export const emptyText =
  "Les scans et les photos des papiers de la personne se gardent ici, chiffrés avec le dossier.";
export const dropHere = "Déposez ici des scans ou des photos";
export const dropNow = "Lâchez pour ajouter au dossier";
export const kinds =
  "PDF, JPEG, PNG, texte, DOCX ou ODT, 25 Mo au plus chacun. L’original n’est pas modifié.";
export const choose = "Choisir des fichiers…";
export const chooseKey = "Ctrl O";
export const addedAs = "Ils serviront de";
export const withoutPhotoInformation =
  "Retirer des photos le lieu, le jour et l’appareil (l’image ne change pas)";
export const adding = "Lecture et chiffrement des fichiers…";
export const refusedTitle = (count: number) =>
  count === 1 ? "Un fichier n’est pas gardé" : `${count} fichiers ne sont pas gardés`;
export const addAgain = (count: number) =>
  count === 1 ? "Ajouter quand même ce fichier" : `Ajouter quand même ces ${count} fichiers`;
export const preview = (name: string) => `Aperçu : ${name}`;
export const hidden = "Masqué avec les noms. F9 montre à nouveau ce fichier.";
export const reading = "Lecture du fichier…";
export const rotate = "Pivoter";
export const bigger = "Agrandir";
export const smaller = "Réduire";
export const page = (page: number, of: number) => `Page ${page} sur ${of}`;
export const before = "Page précédente";
export const after = "Page suivante";
export const notShown = "Ce document s’ouvre dans un autre programme.";
export const imageBroken =
  "Cette image ne peut pas être montrée : le fichier reçu est abîmé. Demandez-le à nouveau.";
export const documentHint = "Le papier de la liste que ce fichier apporte.";
export const open = "Ouvrir ailleurs";
export const openHint =
  "S’ouvre dans un autre programme, sans les protections d’Étrier. Cette copie est effacée au verrouillage.";
export const save = "Enregistrer sous…";
