// Every sentence of the room « Prêt ».

import { saving, whatStays, writeLetter } from "../../parts/room_words.ts";

export * from "../../parts/room_words.ts";

export const title = "Prêt";
export const left = "Le prêt, étape par étape";
export const right = "Les dates et les calculs";
export const stepDone = "fait";
export const stepLate = "en retard";
export const following = "Ce qui suit";

export const bankReference = "Numéro du prêt";
export const signedOn = "Signé le";
export const same = "Identique à la simulation\u202f?";
export const sameAnswers = [
  { key: "yes", label: "oui, tout" },
  { key: "no", label: "non, je corrige" },
];
export const nothingToType = "«\u202foui\u202f»\u202f: il n’y a plus rien à taper";
export const figures = "Simulation et contrat, ligne à ligne";
export const compared = ["Quoi", "Simulé, à ces dates", "Contrat", "Différence"];
export const pareil = "pareil";
export const sameAs = (label: string) => `${pareil} (${label})`;
export const byContract = (label: string) => `${label}, selon le contrat`;
export const otherClauses = "Autres clauses";
export const keepContract = "Garder le contrat";
export const gap = "L’écart, expliqué";
export const toAsk = "À demander à la banque";
export const paidOn = "Argent reçu le";
export const notePaid = "Noter le versement";
export const statedOtherwise = (label: string) => `${label}, au contrat`;
export const gapOf = (label: string) => `Écart\u202f: ${label.toLowerCase()}`;
export const versions = "Versions";
export const note = (note: string) => `«\u202f${note}\u202f»`;
export const costOf = (title: string) => `Coût de la ${title.toLowerCase()}`;

export const instalments = "Les échéances";
export const counted = (count: number, word: string) => `${count} ${word}`;
export const legend = {
  paid: ["payée, connue", "payées, connues"],
  chosen: ["à noter maintenant"],
  missed: ["impayée", "impayées"],
  held: ["reportée", "reportées"],
  settled: ["soldée", "soldées"],
  silent: ["sans un mot"],
  coming: ["à venir"],
} as const;
export const isQuote = (sentence: string) => sentence.startsWith("«");
export const until = "Toutes payées jusqu’au";
export const toldBy = "dit par";
export const oneIsNot = "Une seule n’est pas passée…";
export const oneIsPaid = "Une seule est payée…";
export const allPaid = "Toutes sont passées…";
export const which = "Échéance";
export const declared = "Elle est";
export const saidOn = "Dit le";
export const said = "Ce qui a été dit, pour le CCAS";
export const noteOne = "Noter l’échéance";
export const nothingDue = "Rien d’échu n’attend d’être noté.";
export const alreadyNoted = ["Déjà noté", "Ce qui est dit", "Dit par", "Montant"];
export const noted = "Échéances notées";
export const wholeSchedule = "L’échéancier, ligne à ligne";
export const scheduleTable = "Échéancier du prêt";
export const number = "Numéro";
export const due = "Échéance";
export const toPay = "À payer";
export const interest = "Intérêts";
export const remaining = "Reste dû";
export const known = "Déclarée";
export const by = "Par";
export const total = "Total";
export const contractVersion = "Version 1, du contrat";
export const inForce = (number: number) => `Version ${number}, en vigueur`;
export const onTrial = (number: number) => `Version ${number}, à l’essai`;
export const stillDue = "Capital restant dû aujourd’hui";

export const change = "Changer l’échéancier";
export const changeNote = "à l’essai d’abord";
export const otherChange = "Autre changement";
export const otherChangeWhat = "jour, fin, taux, intérêts seuls";
export const nothingYet = "Rien ne change avant l’accord daté de la banque.";
export const kind = "Changement";
export const noKind = "à choisir";
export const kinds = {
  postponed: "Reporter des échéances",
  interest_only: "Intérêts seuls quelques mois",
  end_shifted: "Décaler la fin",
  new_instalment: "Nouvelle mensualité, plus basse ou plus haute",
  due_day: "Changer le jour de prélèvement",
  partial_repayment: "Rembourser une partie",
  full_repayment: "Tout rembourser",
  rate_lowered: "Baisser le taux",
};
export const fields = {
  from: "À partir de l’échéance",
  count: "Combien de mois",
  interest: "Intérêts de ces mois",
  amount: "Montant",
  day: "Jour du mois",
  on: "Le",
  rate: "Nouveau taux, en\u202f%",
  keeps: whatStays,
};
export const agreedOn = "Accord de la banque le";
export const agreedHint = "attendu pour garder";
export const bankSaid = "Ce qu’elle a dit";
export const keep = { add: "Garder", adding: saving };
export const trial = "À l’essai";
export const cost = "Coût du changement";
export const ends = (day: string) => `dernière échéance le ${day}`;
export const earlyOn = "Tout rembourser le";
export const avoided = (amount: string) => `Intérêts évités\u202f: ${amount}.`;
export const settleEarly = "Noter ce remboursement";
export const earlyAmount = "Montant payé";
export const earlyAmountHint = "celui du calcul si rien n’est écrit";

export const letters = (paper: string) =>
  ({
    first_missed_letter: "Écrire à la personne",
    deferral_request_letter: "Écrire la demande",
    default_reasons_letter: "Écrire l’avis",
    heirs_sheet: "Fiche pour les héritiers",
  })[paper] ?? writeLetter;
export const closeLetter = "Revenir au prêt";
export const leftToWrite = (what: string) => `À écrire à la main\u202f: ${what}.`;
export const call = "L’appel";
export const outcome = "Résultat";
export const cause = "Cause";
export const noCause = "pas connue";
export const solutions = "Trois solutions";
export const solutionHeads = ["Quoi", "Intérêts en plus", "Fin du prêt"];
export const aid = "Montant de l’aide";
export const callDetails = "Prochain point, mots de la lettre";
export const nextOn = "Prochain point";
export const bankLetterWords = "À écrire dans la lettre";
export const bankLetterHint = "La lettre à la banque reprend ces mots, et jamais ceux du CCAS.";
export const noteCall = "Noter l’appel";
export const noteAndWrite = "Noter l’appel et écrire à la banque";
export const dates = "Ce que disent les dates";
export const register = "FICP";
export const deadline = "Éviter le fichage";
export const arrearsDone = "Rien n’est plus dû de cet impayé.";

export const points = "Points de suivi";
export const noPoints = "Aucun point à venir.";
export const point = "Noter un point";
export const step = "Point du plan";
export const unplanned = "hors du plan";
export const pointKind = "Comment";
export const usual = "comme prévu";
export const on = "Le";
export const minutes = "Minutes";
export const kept = "Échéances tenues";
export const budget = "Budget changé";
export const yesNo = [
  { key: "", label: "Pas dit" },
  { key: "yes", label: "Oui" },
  { key: "no", label: "Non" },
];
export const project = "Avancée du projet";
export const nextStep = "Ensuite";
export const more = "Projet, budget, date";
export const notePoint = "Noter le point";
export const event = "Noter un événement";
export const what = "Quoi";
export const lifeEvent = "Événement de vie";
export const action = "Action";
export const answer = "Réponse";
export const answers = [
  { key: "given", label: "Accordé" },
  { key: "refused", label: "Refusé" },
];
export const amount = "Montant";
export const noteEvent = "Noter l’événement";
export const happened = "Ce qui s’est passé";
export const nothing = "Rien de noté depuis le versement.";
export const death = "Décès de l’emprunteur";
export const deathIntro = "Lettres et appels s’arrêtent aussitôt.";
export const openDeath = "Noter un décès";
export const insurance = "Ce que dit l’assurance";
export const noteDeath = "Noter le décès";
export const closeDeath = "Noter et fermer le dossier";
export const noteInsurance = "Noter l’assurance";
export const closeAfterDeath = "Fermer le dossier";
export const heirs = "Pour les héritiers";
export const heirsSheet = "Imprimer la fiche";

export const ending = "Du dernier paiement à la clôture";
export const attestedOn = "Attestation reçue le";
export const attestation = "Noter l’attestation";
export const attestationWhat = "L’attestation de la banque solde tout l’échéancier.";
export const moment = "Moment";
export const blankStays = "ordre du papier\u202f; un blanc reste blanc";
export const survey = "Questionnaire";
export const mayQuote = "Peut être cité sans son nom";
export const refundInterest = "Intérêts rendus";
export const iban = "IBAN";
export const holder = "Titulaire";
export const noteInterview = "Noter l’entretien";
export const noteAnswers = "Garder les réponses";
export const answeredOn = (day: string) => `revenu le ${day}`;
export const proof = "La preuve, échéance par échéance";
export const proofTable = "Échéances et intérêts";
export const proofHeads = ["N°", "Due le", "Échéance", "Intérêts", "Cumul", "Ce qui est su"];
export const refundAmount = "Montant selon la règle";
export const attested = "Intérêts attestés par la banque";
export const otherAmount = "Autre montant";
export const reasonHint = "exigé quand la décision n’est pas celle de la règle";
export const grant = "Accorder";
export const refuse = "Écarter";
export const notePayment = "Noter le paiement";
export const wholeIban = "Compte entier, montré ici et sur l’état du comptable seulement";
export const sources = (amount: string) => `D’où viennent ${amount}`;
export const toGiveBack = "À rendre";
export const closing = "Clôture";
export const closeOutcome = "Comment le dossier s’est-il terminé\u202f?";
export const observed = "Ce qui est observé";
export const closeDossier = "Clore le dossier";
export const newProject = "Nouveau projet de la même personne";
export const projectTyped = "Le projet, en une ligne";
export const openProject = "Ouvrir un dossier";
