export * from "../../parts/room_words.ts";

export const title = "Fin de prêt";
export const steps = "Les étapes";
export const states = { done: "fait", current: "en cours", coming: "à venir" };

export const proof = "Remboursement d’intérêts";
export const entitled = "La règle l’accorde.";
export const notEntitled = "La règle ne l’accorde pas.";
export const lines = "Échéance par échéance";
export const table = "Échéances et intérêts";
export const columns = ["N°", "Due le", "Échéance", "Intérêts", "Cumul", "Ce qui est su"];
export const amount = "Montant selon la règle";
export const attested = "Intérêts attestés par la banque";
export const attestedHint = "Laissé vide si elle n’en dit rien.";
export const other = "Autre montant";
export const otherHint = "Laissé vide : celui de la règle.";
export const reasonHint = "Exigé quand la décision n’est pas celle de la règle.";
export const grant = "Accorder";
export const refuse = "Écarter";
export const paid = "Noter le paiement";

export const account = "Compte de la personne";
export const accountNote = "montré entier ici et sur l’état du comptable seulement";
export const iban = "IBAN";
export const holder = "Titulaire";
export const keepAccount = "Enregistrer le RIB";

export const survey = "Questionnaire";
export const surveyOpen = "Saisir les réponses";
export const surveyNote = "Tel qu’il est revenu ; un blanc reste blanc.";
export const moment = "Moment";
export const answeredOn = (day: string) => `revenu le ${day}`;
export const notAnswered = "pas encore revenu";
export const mayQuote = "Peut être cité sans son nom";
export const keepSurvey = "Enregistrer les réponses";

export const closing = "Clôture";
export const outcome = "Comment le dossier s’est-il terminé ?";
export const observed = "Ce qui est observé";
export const on = "Le";
export const close = "Clore le dossier";
export const newProject = "Nouveau projet de la même personne";
export const project = "Le projet, en une ligne";
export const open = "Ouvrir un dossier";
