import * as shared from "../../parts/room_words.ts";

export * from "../../parts/room_words.ts";

export const session = "Prochaine séance";
export const toDo = "À faire";
export const others = "Autres gestes";
export const besides = "La semaine, les réponses, le CCAS";
export const lists = { late: "En retard", due: "Aujourd’hui" };
export const week = "Cette semaine";
export const weekNote = (count: number, met: number) =>
  met === 0 ? String(count) : `${count}, dont ${met} rendez-vous`;
export const cancel = "Annuler";
export const calling = {
  outcome: "La personne",
  outcomes: [
    { key: "reached", label: "jointe" },
    { key: "message", label: "message" },
    { key: "none", label: "pas jointe" },
  ],
  said: shared.whatWasSaid,
  send: "Noter l’appel",
  quoted: (words: string) => `«\u202f${words}\u202f»`,
};
export const windowTitle = "Aujourd’hui";
export const print = "Imprimer la journée";
export const closePaper = "Revenir à la journée";
export const agenda = "Agenda";
export const noPhone = "sans téléphone";
export const met = {
  held: "Noter l’entretien",
  missed: "Non honoré",
  moved: "Reporter",
  doubled: "un autre rendez-vous à cette heure",
  minutes: "Combien de temps",
  note: shared.whatWasSaid,
  on: "Nouveau jour",
  at: "Heure",
  atForm: shared.hourForm,
  send: shared.save,
};
export const action = {
  call: "Appeler",
  documents: "Voir les pièces",
  file: "Reprendre le dossier",
  decide: "Noter la suite",
  loan: "Ouvrir le prêt",
  follow_up: "Ouvrir le suivi",
  ending: "Ouvrir la fin de prêt",
  print: "Préparer la lettre",
  open: shared.openPaper,
};
export const actionOf = (action: string, name: string) => `${action} : ${name}`;
export const done = "Fait";
export const doneOf = (what: string, name: string) => `C’est fait : ${what} (${name})`;
export const putOff = "Plus tard";
export const putOffOf = (what: string, name: string) => `Remettre à plus tard : ${what} (${name})`;
export const putOffTitle = "Remettre à plus tard";
export const until = "Jusqu’au";
export const untilHint = "« lundi », « dans 8 jours », « 3 déc. »";
export const reason = "Pourquoi";
export const send = "Remettre";
export const putOffBecause = (reason: string) => `remis : ${reason}`;
export const waitingFor = (whom: string) => `on attend ${whom.charAt(0).toLowerCase()}${whom.slice(1)}`;
export const alsoDue = (count: number) =>
  count < 2 ? "Une autre chose à faire" : `${count} autres choses à faire`;
export const more = (count: number) => (count < 2 ? "Un autre est" : `Les ${count} autres sont`);
export const moreThere = "dans Dossiers, du plus pressé au moins pressé.";
export const office = "Le CCAS";
export const officePlace = {
  lenders: "Voir les banques",
  rules: "Voir les règles",
  bank_statement: "Ouvrir le relevé",
  retention: "Décider",
  report: "Ouvrir le bilan",
  registers: shared.closeTogether,
};
export const waiting = "On attend";
export const waitingNote = (count: number, late: number) => {
  const answers = count < 2 ? `${count} réponse` : `${count} réponses`;
  if (late === 0) return answers;
  return late < 2 ? `${answers}, ${late} trop longue` : `${answers}, ${late} trop longues`;
};
export const pastPromise = "délai dépassé :";
export const silent = "Sans nouvelles";
export const silentCount = (count: number) => (count < 2 ? `${count} dossier` : `${count} dossiers`);
export const seeOthers = (count: number) => (count < 2 ? "Voir l’autre" : `Voir les ${count} autres`);
export const andMore = (count: number) =>
  count < 2 ? "et un autre, dans Dossiers" : `et ${count} autres, dans Dossiers`;
export const landmarks = "Repères";
export const calmTitle = "Rien ne presse";
export const calmText =
  "Rien en retard, rien pour aujourd’hui. Chaque dossier ouvert a sa prochaine date : elle reviendra ici à son jour.";
export const emptyTitle = "Tout commence par une demande";
export const emptyText =
  "Un nom et la suite à donner suffisent. Étrier propose alors ce qui est à faire, et le rappelle ici à son jour.";
export const toCopies = "Voir les copies";
export const work = {
  title: "Temps passé sans dossier",
  kind: "À quoi",
  choose: shared.chooseKind,
  minutes: "Combien",
  minutesForm: shared.minutesForm,
  on: "Jour",
  onForm: shared.blankIsToday,
  forWhat: "Pour quoi",
  add: "Noter",
  remove: shared.remove,
};
