export * from "../../parts/room_words.ts";

export const windowTitle = "Réglages";
export const intro =
  "Chaque règle porte sa date et sa source. Un ancien dossier garde les règles de son jour.";
export const sections = "Sections des réglages";
export { section } from "./section_words.ts";
export const saved = "Enregistré.";
export const notYet = "Pas encore enregistré.";

export const officeNote = "en tête de chaque papier";
export const town = "Commune de signature";
export const townHint = "Pour « Fait à … ».";
export const advisor = "Référent";
export const advisorTitle = "Écrit sur les papiers";
export const advisorTitles = [
  { key: "madame", label: "La référente" },
  { key: "monsieur", label: "Le référent" },
  { key: "not_stated", label: "Non précisé" },
];
export const advisorRole = "Fonction";
export const advisorPhone = "Ligne directe";
export const presence = "Permanences";
export const presenceHint = "Par exemple : le mardi et le jeudi matin.";
export const dataContact = "Contact pour les données personnelles";
export const dataContactHint = "Une adresse de courriel ou un nom.";
export const complaints = "Qui reçoit les réclamations";
export const complaintsHint = "Nom et qualité\u202f: les lettres de refus le disent.";
export const delegation = "Signature par délégation";
export const delegationHint = "Écrit au-dessus du nom, par exemple « Pour le président et par délégation ».";
export const commissionAddress = "Adresse de la commission de surendettement";
export const treasuryAddress = "Adresse du comptable public";
export const logo = "Logo";
export const logoNone = "aucun pour le moment";
export const logoHint =
  "Une image PNG ou JPEG\u202f: elle se place en tête de chaque papier, à gauche du nom du CCAS.";
export const logoAlt = "Logo du CCAS";
export const logoChoose = "Choisir un logo…";
export const logoOther = "Choisir un autre logo…";
export const logoRemove = "Retirer le logo";
export const numbering = "Numéros des dossiers";
export const numberingNote = (next: string) => `le prochain sera ${next}`;
export const prefix = "Préfixe";
export const prefixHint = "Devant l’année, par exemple VB-. Rien si vide.";
export const width = "Chiffres du rang";
export const widthHint = "3 donne 001 ; le rang s’allonge de lui-même après 999.";
export const fromHint = "Laissé vide : aujourd’hui. Les références déjà données ne changent jamais.";
export const change = "Enregistrer le changement";
export const changed = (next: string) => `C’est noté. Prochaine référence aujourd’hui : ${next}.`;

export const how = "Ce que vous changez";
export const howChange = "Ce qui vaut à partir d’une date";
export const howChangeHint =
  "Les dossiers d’avant gardent ce qui valait. Une délibération, un avenant, un nouveau droit.";
export const howCorrect = "Je corrige une erreur de saisie";
export const howCorrectHint = "Cela a toujours valu ; la raison reste à côté de la source.";
export const correcting = (period: string) => `Vous corrigez la version ${period}.`;
export const sameFrom = "Laissé vide : la même date.";
export const source = "Source";
export const sourceHint = "Délibération, convention, courrier, usage.";
export const reason = "Pourquoi corriger";
export const versions = "Dans le temps";
export const correctOf = (period: string) => `Corriger : ${period}`;
export const toCome = "à venir";
export const inForce = "en vigueur";
export const past = "passée";
export const clause = "Clause";
export const says = "Ce qui est réglé";

export const rulesNote = "ce que le CCAS décide pour lui-même";
export const threshold = "Repère de reste à vivre";
export const thresholdHint =
  "Il n’interdit rien : dessous, une raison est demandée. Laissé vide : aucun repère.";
export const period = "Le repère s’entend";
export const divisor = "Partagé entre";
export const instalment = "Au regard du repère";
export const unitLabel = "Nom de ces parts";
export const unitLabelHint = "Par exemple : parts du Département.";
export const unitFirst = "Premier adulte";
export const unitAdult = "Autre adulte";
export const unitChild = "Enfant";
export const unitAdultFrom = "Adulte dès (ans)";
export const unitLoneParent = "Adulte seul, en plus";
export const debtRatio = "Taux d’endettement, au plus";
export const debtRatioHint = "En %. Laissé vide : non utilisé.";
export const incomeCeiling = "Plafond de ressources";
export const incomeCeilingHint = "Par mois, pour le foyer ou une personne seule. Laissé vide : aucun.";
export const incomeByPersons = "Plafond à 2 personnes, 3, 4…";
export const incomeByPersonsHint = "2 100 ; 2 520 ; + 420 : ce que chaque personne de plus ajoute.";
export const incomeQuotient = "Plafond de quotient";
export const incomeQuotientHint = "Ressources du mois pour une part.";
export const countedLines = "Lignes comptées : celles de la liste";
export const countedLinesBut = (count: number) => `Lignes comptées : celles de la liste, ${count} à part`;
export const countedLinesHint =
  "La liste compte les ressources, les charges et les dettes ; les dépenses courantes se paient avec le reste à vivre.";
export const countedToo = "comptée aussi";
export const leftOut = "non comptée";
export const addException = "Traiter une ligne autrement";
export const dropExceptionOf = (label: string) => `Retirer l’exception : ${label}`;
export const tryRule = "Ce que cela changerait";
export const sharedCustody = "Enfant en garde alternée, au départ";
export const sharedCustodyHint = "En part ; le référent peut la changer dans un dossier.";
export const targetPublic = "À qui le CCAS prête d’abord";
export const targetPublicHint = "Laissé vide : ouvert à tous.";
export const gridLines = "Lignes toujours affichées du budget";
export const gridLine = "Afficher aussi";
export const gridLineHint = "Les autres se trouvent par leur nom.";
export const usualSpending = "Dépenses usuelles ici";
export const usualSpendingOf = (count: number) => `Dépenses usuelles ici : ${count}`;
export const usualSpendingHint = "Par mois. Au-dessus, un mot est demandé ; rien n’est refusé.";
export const spending = "Dépense";
export const usualLeast = "De";
export const usualMost = "À";
export const usualFor = "Pour qui";
export const removeSpending = (label: string) => `Retirer la dépense usuelle ${label}`;
export const revolvingTaeg = "TAEG du crédit renouvelable comparé";
export const revolvingTaegHint = "En %. Laissé vide : pas de comparaison.";
export const followUp = "Délais de suivi";
export const modifyDelays = "Modifier les délais";
export const firstNextDate = "Dossier sans autre tâche";
export const firstNextDateHint = "Jours avant de le revoir : aucun dossier n’est sans date.";
export const renewal = "Convention à renouveler";
export const followUpPlan = "Rythme de suivi au versement";
export const lightestPlan = "le plus léger";
export const uses = "Ce que le bureau utilise";
export const modifyUses = "Modifier ce qui est utilisé";
export const usesHint =
  "Ce qui n’est pas utilisé n’est proposé nulle part\u202f; ce qui existe déjà reste lisible.";
export const usesFields = {
  committee: "Séances de commission ou de comité",
  guarantee: "Enveloppe de garantie du CCAS",
  refunds: "Remboursement d’intérêts",
  debts: "Prêts qui remboursent des dettes",
};
export const granting = "Qui octroie";
export const envelope = "Enveloppe de garantie";
export const envelopeAmount = "Montant de l’enveloppe";
export const setEnvelope = "Fixer l’enveloppe";
export const noEnvelope = "Aucune enveloppe n’est fixée\u202f: donnez son montant et la délibération.";
export const resolution = "Délibération";
export const committed = "Engagé";
export const called = "Appelé";
export const left = "Reste";
export const pending = "Envois en attente";
export const behind = "Dossiers derrière ces montants";
export const startsWith = (start: string) => (start ? `au départ\u202f: ${start}` : "pas fixé au départ");
export const renewalHint = "Jours avant son terme.";
export const followUpFields = {
  aid_recheck_months: {
    label: "Aide de l’annuaire à revérifier",
    hint: "Mois après la dernière vérification.",
  },
  silent_months: { label: "Prêt sans nouvelles", hint: "Mois sans contact." },
  answer_default_days: { label: "Banque sans délai de convention", hint: "Jours avant de la relancer." },
  redirection_callback_days: {
    label: "Personne orientée ailleurs",
    hint: "Jours avant de la rappeler, quand la solution n’a pas son délai.",
  },
  silence_days: {
    label: "Relance d’une demande",
    hint: "Jours sans nouvelles de la personne avant que la lettre de relance puisse partir.",
  },
  reminder_days: {
    label: "Demande sans nouvelles",
    hint: "Jours entre la lettre de relance et le classement qu’elle annonce.",
  },
};
export const taskDelays = "Délai de chaque tâche";
export const taskOff = "sans";
export const taskOffOf = (label: string) => ` : ne pas demander « ${label} »`;
export const safety = "Verrou et copies";
export const modifySafety = "Modifier le verrou et les copies";
const afterLast = "Jours après la dernière.";
export const safetyFields = {
  lock_minutes: { label: "Verrou", hint: "Minutes sans activité, de 3 à 30." },
  copy_due_days: { label: "Copie hors de l’ordinateur à refaire", hint: afterLast },
  copy_late_days: { label: "Copie en retard", hint: afterLast },
  code_test_months: { label: "Code de secours à essayer", hint: "Mois après le dernier essai." },
};
export const decisionMode = "Qui décide de transmettre";
export const charter = "Charte d’accompagnement";
export const usualRate = "Taux d’usage";
export const usualRateHint = "En %. Au-delà, une remarque.";
export const answerDays = "Réponse au demandeur";
export const answerDaysHint = "En jours ouvrés.";
export const warningDays = "Prévenir d’une difficulté";
export const warningDaysHint = "Jours avant l’échéance, dits dans la charte.";
export const fullTimeHours = "Temps plein, heures par an";
export const fullTimeHint = "Pour l’équivalent temps plein du bilan.";
export const headline = "En tête du bilan";
export const headlineHint = "Six au plus. Aucun coché\u202f: ceux d’usage.";
export const smallNumbers = "Plus petit effectif publié";
export const smallNumbersHint =
  "Sur les papiers qui sortent, moins que cela est regroupé ; 3 au moins, 5 si rien n’est écrit.";
export const refund = "Intérêts rendus à l’emprunteur";
export const refundMoment = "Quand";
export const noRefund = "Le CCAS ne rend pas d’intérêts";
export const refundBase = "Ce qui est rendu";
export const refundShare = "Part";
export const refundShareHint = "En %.";
export const refundCondition = "Condition";
export const choose = "Choisissez";
export const refundPayer = "Qui paie";
export const refundDecidedBy = "Qui décide";
export const refundResolution = "Délibération";
export const refundChargedTo = "Imputation";
export const refundChargedToHint = "Celle que demande le comptable\u202f; vide, l’état la laisse à écrire.";
export const refundOrderedBy = "Ordonnateur de l’état liquidatif";
export const refundMajorMissed = "Incident majeur dès";
export const refundMajorHint =
  "Échéances impayées de suite ; la déchéance et l’appel en garantie en sont toujours un.";
export const refundEnvelope = "Enveloppe de l’année";
export const refundPostponed = "Une échéance reportée est un retard";

export const lenders = "Banques";
export const noLender = "Aucune banque";
export const noLenderText =
  "Saisissez la banque, puis la convention signée avec elle : ses plafonds et son taux serviront aux simulations.";
export const newLender = "Nouvelle banque";
export const lenderName = "Nom de la banque";
export const contact = "Contact";
export const contactRole = "Sa fonction, son agence";
export const lenderAddress = "Adresse des courriers";
export const contactSheet = "Contact";
export const retireLender = "Retirer des partenaires";
export const bringLenderBack = "Remettre parmi les partenaires";
export const agreementWith = (name: string) => `Convention\u202f: ${name}`;
export const noAgreement = "Aucune convention enregistrée : cette banque n’est pas proposée aux simulations.";
export const sign = "Nouvelle convention";
export const correctAgreement = "Corriger la convention";
export const endAgreement = "Mettre fin";
export const endTitle = "Fin de la convention";
export const endsOn = "Dernier jour";
export const endReason = "Pourquoi, ou par quel courrier";
export const endsOnHint = "Laissé vide : sans fin prévue.";
export const end = "Enregistrer la fin";
export const herAgreements = "Ses conventions";
export const accredited = "Prêteur agréé";
export const notSaid = "Non dit";
export const yes = "Oui";
export const no = "Non";
export const covers = "Produits couverts";
export const coversHint = "Aucun coché : la convention ne le dit pas.";
export const financed = "Objets financés";
export const rate = "Taux annuel";
export const otherRate = "Taux des autres prêts";
export const rateProduct = "Produit";
export const anyProduct = "Tous";
export const rateMonths = "Dès (mois)";
export const addRate = "Un autre taux pour certains prêts";
export const removeRate = (line: number) => `Retirer le taux, ligne ${line}`;
export const ratesHint = "La première ligne qui convient au prêt donne son taux.";
export const percent = "En %.";
export const interestOnly = "Mois d’intérêts seuls, au début";
export const interestOnlyLater = "Mois d’intérêts seuls, en cours de prêt";
export const deferred = "Mois sans rien payer, au début";
export const deferredHint = "Les intérêts s’ajoutent au capital. 0 : aucun. Laissé vide : non dit.";
export const otherTerms = "Autres conditions : différé, frais, assurance, caution";
export const feePayment = "Frais payés";
export const firstPeriod = "Intérêts de la première période";
export const firstPeriodHint = "Quand elle n’est pas d’un mois juste.";
export const insurance = "Assurance";
export const notSaidOf = "Non dite";
export const account = "Coût du compte demandé";
export const accountHint = "Dans le coût et le TAEG, sauf «\u202fAucune domiciliation demandée\u202f».";
export const accountOnce = "Une fois";
export const accountOnceHint = "Parts sociales, adhésion.";
export const accountNoteHint = "Tels qu’ils sont expliqués à la personne.";
export const budgetOfBank = "Reste à vivre demandé par la banque";
export const whoseRule = "Règle de budget";
export const whoseRuleHint = "Celle du CCAS compte toujours ; celle de la banque s’y ajoute.";
export const officeRule = "Celle du CCAS seule";
export const bankRule = "La banque a la sienne";
export const zeroIsNone = "0 : aucun. Laissé vide : non dit.";
export const answer = "Répond sous";
export const days = "Jours.";
export const domiciliation = "Domiciliation";
export const alert = "Alerte d’impayé sous";
export const ownQuestions = "Ses questions et son formulaire";
export const ownQuestion = "Question";
export const answerKind = "Réponse";
export const removeQuestion = (label: string) =>
  label === "" ? "Retirer cette question" : `Retirer « ${label} »`;
export const addQuestion = "Ajouter une question";
export const fileOrder = "L’ordre du dossier et son poids";
export const fileParts = "Les parties, après la première page";
export const fileDocuments = "Les pièces qui viennent d’abord";
export const fileDocument = "Placer d’abord";
export const fileDocumentsHint = "Les autres suivent, dans l’ordre du CCAS.";
export const usualOrder = "Revenir à l’ordre habituel";
export const usualOrderOf = (list: string) => `Revenir à l’ordre habituel\u202f: ${list}`;
export const up = "Monter";
export const down = "Descendre";
export const upName = (label: string) => `Monter\u202f: ${label}`;
export const downName = (label: string) => `Descendre\u202f: ${label}`;
export const movedTo = (label: string, place: number, of: number) => `${label}\u202f: ${place} sur ${of}.`;
export const inUsualOrder = "L’ordre habituel est repris.";
export const attachment = "Pièce jointe la plus lourde";
export const attachmentHint =
  "En Mo, vide s’il n’y a pas de limite. Un courriel pèse un tiers de plus que ce qu’il porte\u202f: une boîte de 10\u00a0Mo reçoit un fichier de 7\u00a0Mo.";
export const documentsAsked = "Pièces ajoutées ou écartées";
export const documentsAdded = "Demander aussi";
export const documentsLeftOut = "Ne pas demander";
export const chooseDocument = "Choisir une pièce…";
export const removeDocument = (label: string) => `Retirer\u202f: ${label}`;
export const ownForm = "Place de son formulaire dans le dossier";
export const noOwnForm = "pas de formulaire";
export const deferrals = "Reports possibles";
export const deferralsHint = "Mensualités pendant le prêt.";
export const otherContacts = "D’autres contacts";
export const makeMain = "En faire le contact principal";
export const makeMainOf = (name: string) => `Faire de ${name} le contact principal`;
export const removeContact = (name: string) => `Retirer ${name}`;
export const addContact = "Ajouter un contact";
export const partnership = "Le dossier, les alertes, les réunions, le terme";
export const fileForm = "Forme du dossier";
export const fileFormHint = "Un seul PDF, leur bordereau d’abord.";
export const principleDays = "Accord de principe valable";
export const refusalTerms = "Comment le motif d’un refus est donné";
export const alertScope = "Ce que couvre l’alerte";
export const alertForm = "Comment l’alerte arrive";
export const deferralTerms = "À quelles conditions un report se demande";
export const deferralTermsHint = "Qui le demande, avec ou sans frais.";
export const workshops = "Ateliers budget";
export const meetings = "Réunions entre vous";
export const aYear = "Par an.";
export const training = "Information des conseillers de la banque";
export const statistics = "Chiffres que la banque donne";
export const atItsEnd = "À la fin de la convention";
export const resolutionsNote = "les textes du conseil d’administration sur lesquels les règles s’appuient";
export const addResolution = "Ajouter une délibération";
export const noResolution =
  "Notez ici les délibérations\u202f: chaque règle pourra dire sur laquelle elle s’appuie.";
export const groundsNothing = "Aucune règle ne s’appuie encore sur elle.";
export const grounds = (rule: string) => `Fonde\u202f: ${rule}`;
export const changeOfResolution = (label: string) => `Modifier ${label}`;
export const resolutionNumber = "Numéro";
export const resolutionDay = "Date";
export const resolutionSubject = "Ce qu’elle décide";
export const resolutionExtract = "Extrait du texte";
export const vote = "Vote";
export const voteHint = "Par exemple «\u202fà l’unanimité\u202f», «\u202f12 pour, 2 abstentions\u202f».";
export const voted = (vote: string) => `vote\u202f: ${vote}`;
export const transmittedOn = "Transmise à la préfecture le";
export const publishedOn = "Publiée le";
export const resolutionFile = "Où est l’original signé";
export const resolutionFileHint = "Registre, classeur, dossier partagé.";
export const note = "Autre clause";

export const limits = "Montant et durée";
export const limitsHint = "Une case laissée vide ne fixe aucune limite.";
export const amountMin = "À partir de";
export const amountMax = "Jusqu’à";
export const exceptionalAmount = "Jusqu’à, si justifié";
export const monthsMin = "À partir de (mois)";
export const monthsMax = "Jusqu’à (mois)";
export const exceptionalMonths = "Jusqu’à (mois), si justifié";
export const addSubLimit = "Ajouter un plafond";
export const removeSubLimit = (purpose: string) => `Retirer le plafond ${purpose}`;
export const purpose = "Objet";
export const ceiling = "Plafond";

export const products = "Produits du CCAS";
export const productLabel = "Nom du produit";
export const models = "Modèles à copier";
export const modelsNote = "décrits par les guides de l’UNCCAS";
export const copy = "Copier";
export const copyOf = (label: string) => `Copier le modèle ${label}`;
export const rateMax = "Taux le plus haut";
export const guarantor = "Garant";
export const guarantee = "Part garantie";
export const support = "Accompagnement";
export const conditions = "Conditions";
export const conditionsHint = "Une par ligne.";
export const retired = "retiré";
export const bringBack = "Remettre";
export const retireOf = (label: string) => `Retirer ${label}`;
export const bringBackOf = (label: string) => `Remettre ${label}`;

export const list = "Liste";
export const listNote = "Un choix se renomme ou se retire ; il reste montré là où il a servi.";
export const entry = "Choix";
export const heading = "Rubrique";
export const state = "État";
export const offered = "proposé";
export const own = "ajouté par le CCAS";
export const rename = "Renommer";
export const renameOf = (label: string) => `Renommer ${label}`;
export const newName = "Nouveau nom";
export const addEntry = "Ajouter un choix";
export const entryName = "Nom du choix";
export const like = "Compté avec";
export const likeHint = "Il prend sa rubrique et son groupe dans le bilan.";
export const after = "Après « pour »";
export const afterHint = "Par exemple : l’achat d’un vélo.";

export const legalNote = "Une valeur nouvelle se saisit à partir de son jour, avec son texte.";
export const topic = "Valeur légale";
export const value = "Valeur";
export const noValue = "aucune valeur à ce jour";
export const toVerify = "à vérifier";
export const others = (count: number) => (count === 1 ? "1 autre valeur" : `${count} autres valeurs`);
export const setValue = "Saisir une valeur";
export const setValueOf = (label: string) => `Saisir une valeur : ${label}`;
export const until = "Jusqu’au";
export const untilHint = "Laissé vide : sans fin connue.";
export const verifyIt = "À vérifier encore";

export const demo = "Démonstration";
export const demoNote = "des personnes inventées";
export const leaveDemoMeans =
  "La démonstration se ferme et son coffre est mis de côté, sans être effacé. Vous pourrez alors créer le coffre de votre CCAS.";
export const leaveDemo = "Quitter la démonstration";
export const leaving = "Fermeture…";

export const lettersNote = "chacun a un texte livré, que vous pouvez remplacer par le vôtre";
export const letterLine = (reader: string, state: string) => `${reader}, ${state}`;
export const letterVersions = "Les versions de ce texte";
export const modifyLetter = "Modifier le texte";
export const useLetter = "Mettre en service";
export const restoreLetter = "Reprendre le texte livré";
export const restored = "Le texte livré est repris. Le vôtre reste dans les versions passées.";
export const about = "Objet :";
export const charterTitle = "Titre\u202f:";
export const letterAbout = "Objet de la lettre";
export const letterAboutHint = "Écrit en gras, en tête de la lettre.";
export const charterAbout = "Titre de la charte";
export const charterBodyHint =
  "Un paragraphe par ligne. « # » commence une partie, un tiret ou « 1. » une liste ; **en gras** entre deux astérisques doubles. Le prêt en bref suit l’introduction ; les signatures s’ajoutent seules.";
export const letterBody = "Texte";
export const letterBodyHint =
  "Un paragraphe par ligne. La formule d’appel, la formule de politesse et la signature s’ajoutent seules. **En gras** entre deux astérisques doubles ; une ligne qui commence par « 1. » ou par un tiret devient une liste.";
export const noProblem = "Rien à corriger dans ce texte.";
export const problems = (count: number) =>
  count === 1
    ? "1 erreur à corriger avant la mise en service"
    : `${count} erreurs à corriger avant la mise en service`;
export const inAbout = "Objet :";
export const inLine = (line: number) => `Ligne ${line} :`;
export const showProblem = "Montrer";
export const insertField = "Champs à insérer";
export const onlyIfKnown = "Seulement quand il est connu : { si … fin si }";
export const fieldSays = (about: string, example: string) =>
  example === "" ? about : `${about}. Par exemple : ${example}`;
export const tryLetter = "Essai sur un dossier";
export const tryOn = "Dossier";
export const tryOnHint = "Un nom ou une référence. Rien n’est imprimé ni gardé.";
export const tryFound = "Dossiers trouvés";
export const tryNone = "Aucun dossier ne répond.";
export const triedOn = (name: string, reference: string) => `${name}, ${reference}`;
export const triedText = "Le texte tel qu’il se lirait";
export const triedHidden = "Les noms sont masqués : l’essai ne se montre pas.";
export const tryOnceSound = "L’essai se montre quand le texte n’a plus d’erreur.";
export const letterWaits = (sentence: string) => `Aujourd’hui, ce papier ne partirait pas : ${sentence}`;
export const letterLacks = (fields: readonly string[]) =>
  `À compléter dans ce dossier : ${fields.join(", ")}.`;

export const followUpModels = "Modèles de suivi";
export const followUpModelsNote = "proposés à l’octroi\u202f; un plan déjà fixé garde ses étapes";
export const addModel = "Ajouter un modèle";
export const changeOfModel = (label: string) => `Modifier ${label}`;
export const copyModel = "Partir d’un modèle";
export const copyNothing = "Aucun";
export const modelCopyOf = (label: string) => `${label}, copie`;
export const modelName = "Nom du modèle";
export const modelLevel = "Niveau d’accompagnement";
export const modelRetired = "Ne plus proposer ce modèle";
export const addStep = "Ajouter une étape";
export const stepOf = (place: number) => `Étape ${place}`;
export const removeStep = (place: number) => `Retirer l’étape ${place}`;
export const stepWhen = "Moment, en mots";
export const stepPurpose = "But de l’étape";
export const stepFrom = "Compté depuis";
export const stepMonths = "Mois après";
export const stepDays = "Jours après";
export const stepEvery = "Répété, en mois";
export const stepChannel = "Comment";
export const stepWho = "Qui s’en charge";
export const questionnaire = "Questionnaire";
export const questionnaireNote = "les mêmes questions à la demande, à mi-parcours et à la fin";
export const surveyQuestion = "Question";
export const surveyAtRequest = "À la demande, la question se pose ainsi";
export const surveyAtRequestHint = "Vide si elle se pose de la même façon.";
export const surveyChoices = "Réponses proposées";
export const surveyChoicesHint = "Une par ligne. Sans réponse proposée, la personne écrit.";
export const surveyMoments = "Posée";
export const surveyPurposes = "Pour quels projets";
export const surveyPurposesHint = "Aucun coché\u202f: pour tous.";
export const questionRetired = "Ne plus poser cette question";
