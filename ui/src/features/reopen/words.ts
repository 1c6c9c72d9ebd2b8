export * from "../../parts/room_words.ts";

export const introThere =
  "Rien n’est effacé : la copie prend place à côté, et ce qui est là aujourd’hui est gardé 30 jours.";
export const introNew =
  "Branchez la clé, choisissez le dossier des copies, puis tapez le code de la feuille ou la phrase secrète. Tout le bureau revient.";
export const choose = "Choisir la clé ou le dossier…";
export const back = "Revenir";
export const none = (place: string) =>
  `Aucune copie d’Étrier dans « ${place} ». Ouvrez le dossier qui contient ceux nommés par une date.`;
export const copiesOf = (place: string) => `Copies de ${place}, la plus récente d’abord`;
export const read = "Relue, entière";
export const secretHint =
  "La phrase qui servait le jour de la copie, celle d’aujourd’hui, ou le code de la feuille.";
export const reopen = "Rouvrir cette copie";
export const reopening = "Vérification et ouverture…";
export const keptHint = "L’état d’aujourd’hui, même abîmé, est gardé 30 jours et se remet d’un geste.";
