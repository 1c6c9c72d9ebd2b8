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
export const empty = "Aucun dossier à l’ordre du jour.";
export const toSee = "À voir";
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
export const open = "Ouvrir le dossier";
export const loan = "Prêt";
export const project = "Projet";
export const opinionOf = "Avis du référent";
export const noOpinion = "L’avis du référent n’est pas encore écrit.";
export const opinions = "Avis";
export const noWord = "sans avis";
export const decision = "Décision";
export const refundRoom =
  "Le montant se décide dans «\u202fPrêt\u202f» du dossier\u202f; la séance y sera nommée.";
export const solutions = "Vers quoi";
export const conditions = "Réserve";
export const adjournedTo = "À quelle séance";
export const noSession = "pas encore fixée";
export const applicant = "Le demandeur";
export const note = "À dire au compte rendu";
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

export const addDossier = "Ajouter un dossier";
export const spokenOf = "On en parle";
export const placeOf = (place: number, count: number) => `dossier ${place} sur ${count}`;
export const financing = "Financement";
export const month = "Budget d’un mois";
export const instalments = "Échéances";
export const watched = "À surveiller";
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
export const decisionOf = (reference: string) => `Décision pour ${reference}`;
export const ways = {
  agreed: "Accord",
  reserved: "Accord sous réserve",
  adjourned: "Ajourné",
  redirect: "Autre solution",
  inadmissible: "Irrecevable",
  taken_off: "Retiré",
  refund: "Décision prise",
};
export const effects = {
  agreed: "part à la banque",
  reserved: "levée par le CCAS, ou dite à la banque",
  adjourned: "revient à une autre séance",
  redirect: "on oriente la personne",
  inadmissible: "hors du microcrédit",
  taken_off: "rien n’est décidé",
  refund: "le montant se note dans Prêt",
};
export const grantedHere = "le prêt est accordé ici";
export const opinionsInShort = { favourable: "pour", reserved: "réservé", unfavourable: "contre" };
export const contrary = "Les avis notés sont contraires : le compte rendu le dira.";
export const allPresent = "tous présents";
export const allFavourable = "tous favorables";
export const noOpinions =
  "Personne n’est noté présent\u202f: dites les présences pour noter les avis. La décision peut se noter sans eux.";
/** As the minutes keep it: no opinion is read in it. */
export const withdrawn = "retrait";
export const withdrawals = "Se retire de ce dossier";
export const withdrawalsHint = "Qui connaît la personne sort et ne vote pas : le compte rendu le dit.";
export const moreOfIt = "Autres mots";
export const applicants = [
  { key: "", label: "pas noté" },
  { key: "yes", label: "présent" },
  { key: "no", label: "absent" },
];
export const decide = "Noter, dossier suivant";
export const decideLast = "Noter, dernier dossier";
export const presences = "présences";
export const agendaPane = "Ordre du jour de la séance";
export const dossierPane = "Le dossier en discussion";
export const decisionPane = "Avis et décision";
export const letters = "Les lettres";
export const letterHeads = ["Dossier", "Lettre", ""];
export const printLetters = (count: number) =>
  count === 1 ? "Imprimer la lettre" : `Imprimer les ${count} lettres`;
export const namelessMinutes = "Compte rendu, sans noms";
export const write = "Compléter";
export const writeFor = (reference: string) => `Compléter le dossier ${reference}`;
export const before = "Avant de ranger";
export const stillExpected = (name: string) => `${name} est encore «\u202fattendu\u202f»`;
export const thereOrNot = "présent ou absent\u202f?";
export const toRead = "à relire, à clore";
export const follows = "La suite de chaque dossier";
/** What is refused before it is sent: an agreement said reserved without its reserve. */
export const noReserve = {
  kind: "refused",
  message: "La réserve manque.",
  remedy: "Écrivez-la, ou choisissez «\u202fAccord\u202f».",
  field: "conditions",
} as const;
