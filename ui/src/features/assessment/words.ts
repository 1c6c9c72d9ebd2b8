import { saving, sendKey } from "../../parts/room_words.ts";

export * from "../../parts/room_words.ts";

export const checks = "Vérifications";
export const callingTable = "Vérifications qui appellent une réponse ou une décision";
export const rule = "Règle";
export const state = "État";
export const shownBy = "Ce qui le montre";
export const rulesOn = (day: string) => `Règles au ${day}`;
export const nothingCalls = "Rien ne demande de réponse.";
export const passOver = "Passer outre…";
export const passOverOf = (check: string) => `Passer outre, ${check}`;
export const returnToRule = "Revenir à la règle";
export const returnOf = (check: string) => `Revenir à la règle, ${check}`;
export const quoted = (reason: string) => `«\u202f${reason}\u202f»`;
export const reason = "Pourquoi passer outre";
export const reasonHint = "Reste au dossier, avec sa date, et s’imprime pour la banque.";
export const passing = {
  add: "Passer outre",
  adding: saving,
  enter: sendKey,
};

export const criteria = "Les sept critères";
export const criteriaTable = "Critères de l’évaluation";
export const columns = { criterion: "Critère", finding: "Votre avis", ground: "Ce qui le fonde" };
export const questions = "Aide et questions";
export const questionsOf = (criterion: string) => `${questions}\u202f: ${criterion}`;
export const findingOf = (criterion: string) => `Votre avis, ${criterion}`;
export const groundOf = (criterion: string) => `Ce qui le fonde, ${criterion}`;
export const recalled = "Ce que dit le dossier";
export const phoneAnswers = "Ce que la personne a répondu au téléphone";
export const next = "Suivant";

export const opinion = "Avis motivé";
export const opinionNote = "imprimé pour le comité et la banque";
export const direction = "Sens de l’avis";
export const notGiven = "pas encore donné";
export const reasoned = "Texte";
export const reservation = "Réserve";
export const reservationBeside = "Choisissez «\u202ffavorable avec réserve\u202f», ou effacez-la.";
export const summary = "La demande en quelques phrases";
export const summaryHint = "Première page du dossier de la banque.";
export const writtenOn = (day: string) => `Écrit le ${day}.`;

export const registers = "Banque de France";
export const registersKnown = (who: string, told: string, on: string) =>
  [who, told, on && `vérifié le ${on}`].filter(Boolean).join(", ");
export const toDecide = "Voir la décision et la suite";
export const checkedOn = "Vérifié le";
export const checkedHow = "Comment";

export const points = "Points de vigilance";
export const pointsNote = "imprimés pour la banque";
export const pointsTable = "Ce qui pourrait arriver et ce qui est prévu";
export const risk = "Ce qui pourrait arriver";
export const answer = "Ce qui est prévu";
export const riskOf = (place: number) => `Ce qui pourrait arriver, point ${place}`;
export const answerOf = (place: number) => `Ce qui est prévu, point ${place}`;
export const noPoint = "Aucun point noté.";
export const addKey = "Alt N";
export const newPoint = "Ajouter un point de vigilance";
export const removePoint = (risk: string) => `Retirer « ${risk} »`;

export const contradictions = "À revoir avant l’envoi\u202f: le dossier se contredit";
