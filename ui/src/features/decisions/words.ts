import * as shared from "../../parts/room_words.ts";

export * from "../../parts/room_words.ts";

export const now = "À noter maintenant";
export const nowNote = (stage: string) => `étape : ${stage}`;
export const closedNow = "Ce dossier est clos";
export const later = "Plus tard";
export const off = "pas encore possible";

export const office = "Au CCAS";
export const officeNote = (decides: string) =>
  `réglage du CCAS : ${decides.charAt(0).toLowerCase()}${decides.slice(1)}`;
export const listed = "À l’ordre du jour";
export const listIn = "Inscrire à cette séance";
export const openSessions = "Ouvrir les séances";
export const orientationTable = "Décisions du CCAS";
export const orientation = { on: "Date", who: "Qui décide", what: "Décision", why: "Motif" };

export const banks = "Présentations aux banques";
export const bankTable = "Présentations aux banques et réponses";
export const bank = {
  number: "N°",
  lender: "Banque",
  sent: "Envoyé",
  answer: "Réponse",
  days: "Jours",
  why: shared.bankSays,
};
export const sendingTo = (lender: string) => `l’envoi à ${lender}`;
export const answerOf = (lender: string) => `la réponse de ${lender}`;

export const contract = "Contrat et délai pour changer d’avis";
export const strip = "Délai pour changer d’avis";
export const stripStates = {
  gone: "passé",
  today: "aujourd’hui",
  waiting: "à venir",
  payable: "argent possible",
};
export const toCheck = "à vérifier";
export const disbursed = "Versement";

export const support = "Plan d’accompagnement";
export const supportNote = (level: string, day: string) => `${level}, fixé le ${day}`;
const whatFor = "Pour quoi faire";
const saidAndDone = "Ce qui a été dit et fait";
export const supportTable = "Points du plan";
export const step = { when: "Quand", how: "Comment, qui", purpose: whatFor };

export const interviews = "Entretiens et échanges";
export const interviewsNote = "imprimés dans le parcours de la demande";
export const interview = { on: "Date", kind: "Quoi", length: "Durée", note: saidAndDone };
export const noInterview = "Aucun entretien noté.";

export const ready = "Prêt à envoyer";
export const readyAgain = "Pour un nouvel envoi";
export const readyNote = "ce que la banque va chercher";
export const mayMiss = "n’empêche pas l’envoi";
export const nextMissing = "Ce qui manque ensuite";
export const differences = "Écarts avec le contrat";
export const questions = "Ce que la banque demande en plus";
export const questionsNote = "imprimé dans son dossier";
export const yes = "Oui";
export const no = "Non";
export const done = "fait";
export const missing = "à faire";

export const correction = (title: string) => `Corriger : ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
export const corrections = "Corrections";
export const correctionReason = "Pourquoi corriger";
export const correctionHint = "Ce qui était noté est gardé, avec ce motif.";

export const nextOn = "Prochaine date";
export const nextWhat = "À faire alors";
export const nextWhatHint = "Laissé vide : l’étape qui suit, écrite par Étrier.";
export const nobody = "personne";
export const byRule = "selon le réglage";
export const allSolutions = "toutes";
export const byAgreement = "selon la convention";

export const titles = {
  interview: "Entretien ou échange",
  orientation: "Décision du CCAS",
  submission: "Transmission",
  agreement_in_principle: "Accord de principe",
  approval: shared.bankAgreement,
  refusal: "Refus de la banque",
  contract: "Signature du contrat",
  disbursement: "Versement",
  withdrawal: "Renonciation",
  drop: "Sans suite",
  support: "Plan d’accompagnement",
  event: "Avec la banque",
  explanation: "Motifs donnés par la banque",
};
export const fields = {
  held_on: "Le",
  kind: "Quoi",
  minutes: "Durée",
  note: saidAndDone,
  decided_on: "Décidé le",
  mode: "Qui décide",
  conditions: "Réserve",
  condition_for: shared.conditionFor,
  redirection_answer: "Ce que la solution a donné",
  solution: "Quelle solution",
  obtained: "Montant obtenu",
  direction: "Décision",
  solutions: "Vers quelles solutions",
  where_to: "Vers qui",
  bank_reference: "Numéro du prêt à la banque",
  reason: shared.reasonForOffice,
  letter_words: shared.letterWords,
  sent_on: "Envoyé le",
  lender: "Banque",
  product: "Produit",
  amount: "Montant",
  months: shared.monthsLong,
  expected_on: "Réponse attendue le",
  submission_note: "Message joint",
  on: "Reçu le",
  valid_until: "Valable jusqu’au",
  told: shared.whoTells,
  answer_note: shared.bankSays,
  annual_rate: shared.fixedRate,
  reasons: "Motifs dits par la banque",
  signed_on: "Signé le",
  instalment: "Mensualité",
  first_instalment: "Montant de la première, si autre",
  last_instalment: "Montant de la dernière",
  taeg: "TAEG, en %",
  deferred: "Sans rien payer, en mois",
  insurance_on_outstanding: "Assurance sur le restant dû, en %",
  event_on: "Le",
  until: "Valable jusqu’au",
  event_note: "En quelques mots",
  interest_only: "Intérêts seuls, en mois",
  fee: shared.fileFee,
  insurance_monthly: shared.insurancePerMonth,
  insurance_requirement: shared.insuranceIs,
  disbursed_on: "Versement prévu le",
  first_due_on: shared.firstDueOn,
  paid_on: "Versé le",
  means: "Moyen",
  stopped_on: "Appris le",
  set_on: "Fixé le",
  level: "Niveau",
  budget: "Soutien au budget",
  social: "Soutien social",
  support_note: "Ce qui est convenu",
};
export const hints = {
  conditions: "Ses conditions, s’il y en a.",
  letter_words: shared.letterWordsHint,
  where_to: "Un service, une aide\u202f: l’annuaire propose.",
  bank_reference: "Celui du contrat\u202f: les lettres à la banque le rappellent.",
  minutes: "45, ou 1 h 30.",
  instalment: "Telle qu’écrite au contrat.",
  solutions: "La date de rappel suit la plus proche.",
  reasons: "Un refus fondé sur le seul FICP est signalé : la loi l’exclut.",
  means: "Chèque de banque à l’ordre du garage…",
  expected: "Laissé vide : d’après la convention.",
  product: "selon la simulation",
  disbursed: "Laissé vide : le jour simulé, sinon le premier possible.",
  firstDue: "Laissé vide : celle de la simulation, sinon un mois après.",
};
export const steps = {
  title: supportTable,
  rhythm: "Partir d’un rythme",
  keep: "garder les points ci-dessous",
  label: "Quand, en mots",
  first_on: "Première date",
  every_months: "Tous les … mois",
  channel: "Comment",
  provider: "Qui",
  purpose: whatFor,
  add: shared.addPoint,
  remove: "Retirer ce point",
  none: "Sans point, ceux du niveau sont repris.",
  point: (place: number) => `Point ${place}`,
};
export const actions = {
  add: shared.save,
  adding: shared.saving,
};
