// What several rooms say, beside what the parts say.

export * from "./words.ts";

export const addAid = "Ajouter une aide";
export const addBank = "Ajouter une banque";
export const addExpense = "Ajouter une dépense";
export const addFiles = "Ajouter des fichiers";
export const addLine = "Ajouter une ligne";
export const addPoint = "Ajouter un point";
export const address = "Adresse";
export const advisorHint = "Prénom et nom, tels que les personnes vous connaissent.";
export const amountInEuros = "Montant en\u202f€";
export const appointmentOn = "Jour du rendez-vous";
export const bankAgreement = "Accord de la banque";
export const bankInsists = "la banque y tient";
export const bankSays = "Ce que dit la banque";
export const blankIsToday = "vide\u202f: aujourd’hui";
export const callBack = "À rappeler le";
export const callMinutes = "Durée de l’appel";
export const callOutcome = "Suite de l’appel";
export const chooseFiles = "Choisir des fichiers";
export const closeTogether = "Les clore ensemble";
export const copiesReadAgain = "Les copies sont relues entièrement.";
export const conditionFor = "À qui s’adresse la réserve";
export const correct = "Corriger";
export const correctionHint = "Il reste à côté de ce qui était noté.";
export const correctionReason = "Motif de la correction";
export const debitDay = "Jour de prélèvement";
export const dropStatements = "Lâchez pour lire les relevés";
export const dueSign = "à faire\u202f:";
export const email = "Courriel";
export const emptyIsToday = "Laissé vide\u202f: aujourd’hui.";
export const fileFee = "Frais de dossier";
export const firstDueOn = "Première échéance le";
export const fixedRate = "Taux fixe, en\u202f%";
export const fromDay = "À partir du";
export const fromSettings = "remplis d’après vos réglages";
export const hourForm = "14 h 30";
export const householdShares = "Parts du foyer";
export const insuranceIs = "Cette assurance est";
export const insurancePerMonth = "Assurance, par mois";
export const lateSign = "en retard\u202f:";
export const letterWords = "À dire à la personne";
export const letterWordsHint = "La lettre reprend ces mots, et jamais ceux du CCAS.";
export const lists = "Listes de choix";
export const lookOnly = "Regarder sans remplacer";
export const minutesForm = "45, ou 1 h 30";
export const monthsLong = "Durée, en mois";
export const more = "Afficher la suite";
export const nextKey = "F8";
export const nextToReview = "Suivante à revoir";
export const noContact = "Aucun contact noté.";
export const noDossier = "Aucun dossier pour l’instant";
export const noteExchange = "Noter un échange";
export const officeName = "Nom du CCAS";
export const openDecisions = "Ouvrir les décisions";
export const openSettings = "Ouvrir les réglages";
export const openingThePaper = "Ouverture du papier…";
export const orToday = "aujourd’hui si rien n’est écrit";
export const originAsked = "Par où est-elle venue\u202f?";
export const perMonth = "Par mois";
export const personalGuarantor = "Caution d’un proche";
export const phone = "Téléphone";
export const placeOrNumber = "Lieu, ou numéro à appeler";
export const printKey = "Ctrl P";
export const projectChanges = "Ce qui change avec le projet";
export const projectLine = "Projet, en une ligne";
export const prosAndCons = "Avantages et inconvénients";
export const purpose = "Objet du prêt";
export const readingRegister = "Lecture du registre";
export const reasonForOffice = "Motif, pour le CCAS";
export const readingStatements = "Lecture des relevés…";
export const referrer = "Prescripteur";
export const resteAVivre = "Reste à vivre";
export const resteWithLoan = "Reste à vivre avec le prêt";
export const save = "Enregistrer";
export const savedOnLeaving = "Elle n’est pas encore enregistrée\u202f: quittez le champ pour l’enregistrer.";
export const saving = "Enregistrement…";
export const sendKey = "Ctrl Entrée";
export const someoneElse = "Une autre personne";
export const stopLeavesAll = "Arrêter laisse tout comme avant.";
export const story = "Le récit, dans ses mots";
export const toBeSpecified = "à préciser";
export const together = "Vue de l’emprunteur";
export const undoKey = "Ctrl Z";
export const unknown = "–";
export const whatIsMissing = "Ce qui manque";
export const whatStays = "Ce qui reste";
export const whatWasSaid = "Ce qui s’est dit";
export const whoTells = "Qui annonce la décision";
export const writeLetter = "Écrire la lettre";
export const draftFound = (when: string) =>
  when === "" ? "Saisie commencée, retrouvée." : `Saisie commencée le ${when}, retrouvée.`;
export const draftOf = (when: string) => (when === "" ? "Saisie retrouvée." : `Saisie du ${when} retrouvée.`);
export const moreOf = (shown: number, found: number) => `${shown} dossiers affichés sur ${found}`;
export const correctOf = (what: string) => `Corriger\u202f: ${what}`;
export const lineFound = (when: string) =>
  when === "" ? "Ligne commencée, retrouvée." : `Ligne commencée le ${when}, retrouvée.`;
export const notSavedYet = "Elle n’est pas encore enregistrée.";
export const notAsked = "Pas encore demandé";
export const note = "Noter";
export const notePlaceholder = "ce qui s’est dit, ce qui est convenu";
export const exchangeKind = "Genre d’échange";
/** Short names of the kinds of exchange noted most often, by their keys. */
export const exchangeKinds: Readonly<Record<string, string>> = {
  follow_up_call: "appel",
  home_visit: "visite",
  text_message: "message",
  private_note: "note",
};
