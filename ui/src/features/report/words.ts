import { fromDay, referrer } from "../../parts/room_words.ts";

export * from "../../parts/room_words.ts";

export const windowTitle = "Bilan";
export const years = "Année du bilan";
export const otherPeriod = "Une autre période";
export const from = "Du";
export const to = "Au";
export const count = "Compter cette période";
export const part = "Partie de l’année";
export const wholeYear = "l’année entière";
export const against = "Comparé à";
export const narrow = "Restreindre";
export const narrowTo = {
  lender: "Banque",
  product: "Produit",
  purpose: "Objet",
  referrer: referrer,
};
export const all = "sans restriction";
export const narrowedTo = (label: string) => `Une partie des dossiers : ${label}.`;
export const everything = "Compter tous les dossiers";
export const andThen = " ; ";
export const settle = "Arrêter ce bilan";
export const settleAgain = "Arrêter à nouveau";
export const settleHint = "Ses chiffres sont gardés ; ce qui est corrigé ensuite est signalé ici.";
export const changed = "Ce qui a changé depuis";
export const was = "Arrêté";
export const is = "Aujourd’hui";
export const milestones = "Étapes du dispositif";
export const pageTitle = "Page de l’année";
export const pageNote = "saisie une fois par an";
export const pageOpen = "Saisir";
export const pageFields = {
  subsidies: "Subventions reçues",
  wages: "Coût du temps payé",
  communication: "Communication",
  other_costs: "Autres coûts",
  optional_aid: "Aides facultatives du CCAS, en tout",
  inhabitants: "Habitants",
  paid_hours: "Heures payées",
};
export const compared = (title: string) => `comparé à ${title}`;
export const spreadsheet = "Tableur…";
export const saving = "Enregistrement du tableur…";
export const paper = "Papiers du bilan";
export const printBilan = "Imprimer le bilan";
export const everyNumber = "Tous les nombres";
export const everyNumberTitle = (period: string) => `Tous les nombres, ${period}`;
export const period = "Période";
export const readingLegend = "Lecture";
export const readings = [
  { key: "board", label: "conseil" },
  { key: "public", label: "publication" },
];
export const essential = "Le message et six nombres";
export const bridge = "Ce qui a été fait, et pour quelles demandes";
export const done = "Fait";
export const ofThePeriod = "demandes de la période";
export const ofBefore = "demandes d’avant";
export const cost = "Dépense";
export const amount = "Montant";
export const question = "Question";
export const answers = "Réponses";
export const emptyTitle = "Le bilan se remplit tout seul";
export const emptyText =
  "Chaque demande, chaque décision et chaque prêt y sont comptés à leur date. Rien n’est à saisir ici : il suffit d’enregistrer les demandes.";
export const opens = "chaque nombre ouvre ses dossiers";
export const figure = "Indicateur";
export const value = "Valeur";
export const before = "Avant";
export const difference = "Écart";
export const reference = "Repère";
export const how = "Comment c’est compté, et les repères";
export const howOf = (group: string) => `${how}\u202f: ${group}`;
export const elsewhere = (label: string, value: string, source: string) => `${label} : ${value}. ${source}`;
export const bars = "Barres";
export const line = "Ligne";
export const barNames = {
  period: "Cette période",
  before: "Période d’avant",
  reference: "National",
  requests: "Demandes",
  granted: "Accordés",
};
export const open = (text: string, label: string, count: number) =>
  count === 1 ? `${text} : ${label}, ouvrir le dossier` : `${text} : ${label}, ouvrir les ${count} dossiers`;
export const backToReport = "Retour au bilan";
export const dossiers = "Dossiers comptés";
export const noneText = "Ce nombre est nul, ou ne se compte pas par dossier.";
export const preview = "Aperçu du papier";
export const drawing = "Mise en page du bilan…";
export const papersLegend = "Pour qui";
export const papers = {
  annual_report: "Conseil",
  public_report: "Publication",
  presentation_note: "Note pour la séance",
  dashboard: "Tableau de bord",
  referrers_page: "Prescripteurs",
  funder_page: "Financeur",
};
export const out = {
  title: "Fichiers",
  note: "nombres exacts, même petits : ils restent dans le service",
  workbook: "Classeur XLSX…",
  text: "Texte CSV…",
  readings: {
    board_xlsx: { said: "Classeur des élus…", file: (period: string) => `${period}-elus` },
    public_xlsx: { said: "Classeur public…", file: (period: string) => `${period}-public` },
  },
  table: "Un tableau seul",
  oneTable: "Texte de ce tableau…",
  dossiers: "Les dossiers, une ligne chacun",
  dossiersHint: "Sans nom. Choisissez les colonnes une fois, elles sont gardées sous un nom.",
  dossiersFile: (period: string) => `dossiers-${period}`,
  named: (form: string, name: string) => `${form} « ${name} »…`,
  newChoice: "Choisir des colonnes",
  columns: "Colonnes",
  choiceName: "Nom de cet export",
  keepChoice: "Garder",
  study: "Pour une étude",
  studyHint:
    "Ni nom, ni référence, ni jour : mois, tranche d’âge, montant à la centaine. Ce que trop peu de personnes partagent est retiré, et le nombre de retraits est indiqué.",
  studyFile: (period: string) => `etude-${period}`,
  saveStudy: "Fichier pour une étude…",
  keepWords: "Garder ces mots",
};
export const funding = {
  title: "L’aide reçue",
  none: "Aucune aide notée : le papier dit ce qui a été fait, sans les coûts.",
  change: "Noter une aide",
  funder: "Financeur",
  amount: "Aide pour une année",
  assessedTarget: "Objectif : dossiers évalués",
  grantedTarget: "Objectif : prêts accordés",
  from: fromDay,
  source: "Convention",
  sourceHint: "Par exemple : convention n° 2026-04 du 12 janvier 2026.",
  keep: "Noter cette aide",
};
export const privacyTitle = "Ce que ce papier ne dit pas";
export const privacy = {
  annual_report:
    "Aucun nom. Les nombres sont exacts\u202f: les membres du conseil sont tenus au secret. Ce qui décrit les personnes est regroupé. Pour l’extérieur, prenez «\u00a0Publication\u00a0».",
  others:
    "Aucun nom, aucun petit effectif, ni de quoi le retrouver par soustraction d’un papier à l’autre. L’écran et le tableur donnent les nombres exacts et restent dans le service.",
};
export const testimonies = "Témoignages";
export const testimoniesNote = "cités sans nom, avec l’accord de la personne";
export const noTestimony =
  "Aucun\u202f: une réponse libre d’un questionnaire vient ici quand la personne accepte d’être citée.";
export const saidSo = (text: string) => `«\u202f${text}\u202f»`;
export const identifies = (word: string) =>
  `Ne peut pas être cité\u202f: «\u202f${word}\u202f» dirait de qui il s’agit.`;
export const quotingPapers = [
  { key: "bilan", label: "Dans le bilan" },
  { key: "leaflet", label: "Dans le dépliant" },
];
export const withdrawTestimony = "Retirer l’accord";
