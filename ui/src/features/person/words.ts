import { no, save, saving, yes } from "../../parts/room_words.ts";

export * from "../../parts/room_words.ts";

export const identity = "Identité et coordonnées";
export const identityNote = "seul le nom est exigé ; chaque papier dit ce qui lui manque";
export const title = "Civilité";
export const lastName = "Nom d’usage";
export const birthName = "Nom de naissance";
export const firstName = "Prénoms";
export const bornOn = "Date de naissance";
export const birthPlace = "Lieu de naissance";
export const postalCode = "Code postal";
export const commune = "Commune";
export const familySituation = "Situation familiale";
export const housing = "Logement";
export const employment = "Emploi";
export const occupation = "Métier, employeur";
export const neighbourhood = "Quartier";
export const contactWay = "À joindre plutôt par";
export const contactNote = "Quand la joindre, et comment ne pas le faire";
export const housingSince = "Depuis";
export const contract = "Contrat et ancienneté";
export const employer = "Employeur";
export const bank = "Sa banque";
export const paymentMeans = "Moyens de paiement";
export const knownFor = "Ce que le CCAS fait déjà avec elle";
export const health = "Santé ou handicap";
export const healthHint = "Seulement si le projet l’exige.";
export const more = "Emploi, banque, suivi en cours";
export const nobody = "Personne ne l’a orientée";
export const howHeard = "Comment elle a connu le microcrédit";

export const coBorrower = "Co-emprunteur";
export const coBorrowerNote = "le foyer dit qui demande aussi le prêt";

export const feedback = "Informer qui l’envoie";
export const companions = "Qui l’accompagne";
export const referent = (name: string) => `référent unique : ${name}`;
export const role = "Qui est-ce ?";
export const organisation = "Structure";
export const reach = "Téléphone, courriel";
export const agreedOn = "Accord écrit du";
export const agreedHint = "De la personne pour échanger ; du tuteur pour le prêt.";
export const lead = "Référent unique du dossier";
export const isLead = "référent unique";
export const noCompanion = "Le référent du CCAS l’accompagne seul.";

export const firstContact = "Premier contact";
export const told = "Ce que la personne sait";
export const toldOn = (date: string) => `dit le ${date}`;
export const noteTold = "Noter aujourd’hui";
export const answers = "Réponses au téléphone";
export const noteCall = "Noter un appel";
export const correctCall = "Corriger les réponses";
export const callHint =
  "Chaque question peut rester sans réponse\u202f; une réponse nouvelle remplace l’ancienne.";
export const callNote = "Remarque";
export const appointmentAt = "Heure";

export const others = "Ses autres dossiers";
export const othersNote = (count: number) =>
  count === 1 ? "cette personne a un autre dossier" : `cette personne a ${count} autres dossiers`;
export const maybe = (name: string, born: string) =>
  `Peut-être une personne déjà connue\u202f: ${[name, born].filter(Boolean).join(", ")}`;
export const why = (why: string) =>
  `En commun\u202f: ${why}. «\u202fC’est elle\u202f» réunit les dossiers sous une seule personne.`;
export const theirs = (reference: string, what: string) => `${reference}\u202f: ${what}`;
export const isThem = "C’est elle";

export const request = "Demande";
export const requestNote = (date: string) => `reçue\u202f: ${date}`;
export const origin = "Par où elle est venue";
export const amount = "Montant demandé";
export const receivedOn = "Reçue le";
export const nextDate = "Date que vous fixez";
export const nextWhat = "À faire ce jour-là";

export const household = "Foyer";
export const table = "Membres du foyer";
export const columns = {
  name: "Membre",
  link: "Lien",
  born: "Naissance",
  here: "Vit ici",
  share: "Part",
  reason: "Pourquoi",
};
export const born = (date: string, age: string) => [date, age].filter(Boolean).join(", ");
export const yesNo = [
  { key: "yes", label: yes },
  { key: "no", label: no },
];
export const shares = "Parts";
export const applicantStays = "La personne qui demande reste dans son foyer.";

export const newMember = "Ajouter un membre du foyer";
export const memberName = "Prénom, ou prénom et nom";
export const memberLink = "Lien";
export const memberBorn = "Né(e) le";
export const memberHere = "Vit ici";
export const memberShare = "Part";
export const memberShareHint = "Si rien n’est choisi : 1, ou ½ pour une garde alternée.";
export const memberReason = "Pourquoi cette part";
export const record = {
  add: save,
  adding: saving,
};
export const callActions = { add: save, adding: saving };
export const draftFields = (labels: readonly string[]) =>
  labels.length === 1
    ? `Un champ n’est pas enregistré : ${labels[0]}. Quittez-le pour l’enregistrer.`
    : `${labels.length} champs ne sont pas enregistrés : ${labels.join(", ")}. Quittez-les pour les enregistrer.`;
export const draftText =
  "Elle n’est pas encore enregistrée : quittez le champ ou la ligne pour l’enregistrer.";
export const draftInForm = "Elle n’est pas encore enregistrée : terminez-la et ajoutez, ou abandonnez.";
