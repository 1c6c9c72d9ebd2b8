// Every sentence of the screen « Séances ».

export * from "../../parts/room_words.ts";

export const windowTitle = "Séances";
export const intro = "La commission ou le comité\u202f: préparer, tenir, clore.";
export const toCome = "À venir";
export const held = "Tenues";
export const noneToCome = "Aucune séance n’est annoncée.";
export const noneHeld = "Aucune séance tenue pour l’instant.";
export const notUsed = "Le bureau n’utilise pas les séances.";
export const notUsedText = "Elles s’activent dans Réglages, «\u202fCe que le bureau utilise\u202f».";
export const announce = "Annoncer une séance";
export const announceButton = "Annoncer";
export const change = "Modifier la séance";
export const cancel = "Annuler la séance";
export const back = "Toutes les séances";
export const day = "Jour";
export const at = "Heure";
export const hourForm = "14h30";
export const place = "Lieu";
export const kind = "Qui se réunit";
export const agenda = "Ordre du jour";
export const agendaKeys = "Alt + flèches pour changer l’ordre";
export const empty = "Aucun dossier à l’ordre du jour.";
export const toSee = "À voir";
export const waiting = "Dossiers qui attendent une séance";
export const noneWaiting =
  "Aucun autre dossier n’attend. Un dossier peut y être inscrit dès que son instruction commence\u202f: premier entretien tenu, ou première ligne du budget.";
export const list = "Inscrire";
export const listThere = "Ajouté en séance";
export const listName = (reference: string, name: string) => `Inscrire ${name}, dossier ${reference}`;
export const listThereName = (reference: string, name: string) =>
  `Ajouté en séance\u202f: ${name}, dossier ${reference}`;
export const refund = "Remboursement d’intérêts";
export const up = "Monter";
export const down = "Descendre";
export const upName = (name: string) => `Monter ${name}`;
export const downName = (name: string) => `Descendre ${name}`;
export const offName = (name: string) => `Retirer ${name} de l’ordre du jour`;
export const called = "Convoqués";
export const nobody = "Personne n’est convoqué.";
export const add = "Convoquer quelqu’un";
export const addButton = "Convoquer";
export const role = "Qualité";
export const organisation = "Organisme";
export const attendanceOf = (name: string) => `Présence de ${name}`;
export const removeName = (name: string) => `Retirer ${name} de la liste`;
export const hold = "Ouvrir la séance";
export const one = (reference: string, name: string) => `Dossier ${reference} · ${name}`;
export const open = "Ouvrir le dossier";
export const loan = "Prêt";
export const instalment = "Mensualité";
export const project = "Projet";
export const opinionOf = "Avis du référent";
export const noOpinion = "L’avis du référent n’est pas encore écrit.";
export const opinions = "Avis";
export const noOpinions = "Notez les présents\u202f: leurs avis se notent ici.";
export const noWord = "sans avis";
export const decision = "Décision";
export const grant = "Accorder le prêt";
export const adjourn = "Ajourner";
export const takeOff = "Retirer de l’ordre du jour";
export const decideRefund = "Décision prise";
export const refundRoom =
  "Le montant se décide dans «\u202fFin de prêt\u202f» du dossier\u202f; la séance y sera nommée.";
export const solutions = "Vers quoi";
export const conditions = "Réserve";
export const adjournedTo = "À quelle séance";
export const noSession = "pas encore fixée";
export const applicant = "Le demandeur";
export const applicantThere = "présent";
export const applicantAway = "absent";
export const notNoted = "pas noté";
export const note = "À dire au compte rendu";
export const decide = "Noter et passer au suivant";
export const decideLast = "Noter la décision";
export const seen = "Vu à cette séance";
export const minutes = "Compte rendu";
export const wouldSay = "tel qu’il serait clos";
export const free = "Paragraphe libre";
export const closeMinutes = "Clore le compte rendu";
export const correctMinutes = "Corriger le compte rendu";
export const correction = "Pourquoi il est corrigé";
export const changed = "Ce qui est noté a changé depuis\u202f: corrigez le compte rendu.";
export const corrected = (reason: string) => `Corrigé\u202f: ${reason}`;
export const print = "Papiers de la séance";
export const whichPaper = "Quel papier";
export const papers = {
  agenda,
  booklet: "Livret, sans nom",
  named: "Livret, avec les noms",
  minutes: "Compte rendu",
  letters: "Lettres de décision",
};
