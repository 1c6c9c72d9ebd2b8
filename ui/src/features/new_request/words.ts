export * from "../../parts/room_words.ts";

export const intro = (reference: string) =>
  reference === ""
    ? "Le brouillon est gardé même si vous fermez."
    : `Aura la référence ${reference}. Le brouillon est gardé même si vous fermez.`;
export const who = "La personne et son projet";
export const firstName = "Prénom";
export const firstNameHint = "Laissé vide s’il n’est pas encore connu.";
export const commune = "Commune";
export const bornOn = "Né(e) le";
export const referrer = "Quel prescripteur\u202f?";
export const referrerHint = "Celui à qui dire la suite, si la personne l’accepte.";
export const howHeard = "Comment a-t-elle connu le microcrédit ?";
export const known = (name: string, born: string) => [name, born].filter(Boolean).join(", ");
export const why = (why: string) => `Déjà connue, ${why}.`;
export const isThem = "C’est elle";
export const notThem = "Défaire";
export const joined = "La demande ouvrira un nouveau dossier de cette personne.";
export const projectHint = "Avec les mots de la personne.";
export const amount = "Montant souhaité";
export const call = "Au téléphone";
export const callNote = (count: number) =>
  count < 2 ? `${count} question, facultative` : `${count} questions, aucune n’est obligatoire`;
export const opening = "À dire avant les questions";
export const note = "Remarque";
export const told = "Ce que la personne sait maintenant";
export const toldNote = "cochez en le disant";
export const toBring = "À apporter";
export const toBringNote = (count: string) =>
  `${count}, selon l’objet et les réponses ; la liste s’imprime une fois enregistrée`;
export const next = "Suite donnée";
export const appointmentAt = "Heure";
export const solutions = "Vers quelle autre solution";
export const why_elsewhere = "Pourquoi";
export const receivedOn = "Demande reçue le";
export const receivedHintElsewhere = "Un mois ou une année suffit.";
export const nextDate = "Prochaine date";
const inDays = (days: number) => (days < 2 ? `${days} jour` : `${days} jours`);
export const nextDateHint = (days: number) => `Laissé vide : dans ${inDays(days)}.`;
export const elsewhere = "Commencé ailleurs";
export const takeOver = "Reprendre un dossier commencé ailleurs";
export const takeOverHint =
  "Un jour, un mois (03/2024) ou une année (2024), la date de la demande comprise. Ce qui reste vide est inconnu.";
export const from = "D’où vient-il ?";
export const fromHint = "Un registre, une collègue, un autre outil : « Registre papier 2024 ».";
export const knownForm = "03/2024";
export const decidedOn = "Décidé de transmettre";
export const lender = "Banque";
export const sentOn = "Transmis à la banque";
export const signedOn = "Contrat signé";
export const loanAmount = "Montant du prêt";
export const annualRate = "Taux, en %";
export const disbursedOn = "Argent versé";
export const firstDueOn = "Première échéance";
export const repaidOn = "Remboursé en entier";
export const notKnown = "À savoir, ou ce qui manque";
export const found = (when: string) =>
  when === "" ? "Brouillon retrouvé." : `Brouillon du ${when} retrouvé.`;
export const foundText = "Vous pouvez continuer où vous en étiez.";
