// What the shared parts say, whatever the screen.

export const bankStatement = "Relevé de la banque";
export const name = "Nom";
export const newPassphrase = "Nouvelle phrase secrète";
export const newRequest = "Nouvelle demande";
export const reopenCopy = "Rouvrir une copie";
export const safety = "Sécurité et copies";
export const silence = "Sans déclaration, rien n’est dit payé\u202f: «\u202faucun incident connu\u202f».";
export const takeRegister = "Reprendre un registre";
export const brand = "Étrier";
export const required = "exigé";
export const optional = "(facultatif)";
export const dateForm = "jj/mm/aaaa";
export const monthForm = "mm/aaaa";
export const addKey = "Alt N";
export const chooseKey = "Ctrl O";
export const cell = (what: string, line: string) => `${what}, ${line}`;
/** How the lines of a ledger are edited. */
export const editHints = {
  hint: "F2 modifie, Entrée valide, Échap restaure, Suppr retire.",
  voice:
    "Flèches : changer de ligne. F2 ou Entrée : modifier. Suppr : retirer. En modifiant, Entrée valide et Échap restaure.",
};
export const unfoldKey = "Alt Entrée";
export const toCorrect = (count: number) => `${count} champs sont à corriger.`;
export const showWhatIType = "Montrer ce que je tape";
export const passphraseHint = "Ou la vôtre\u202f: cinq mots sans rapport entre eux.";
export const proposed = "Six mots tirés pour vous, sans accent ni majuscule\u202f:";
export const takeWords = "Prendre ces mots";
export const otherWords = "D’autres mots";
export const passphraseMissing = "Tapez une phrase.";
export const again = "La même, une seconde fois";
export const notTheSame = "Les deux phrases ne sont pas les mêmes.";
export const strength = "Solidité de la phrase";
export const codeLabel = "Code de secours, 8 groupes";
export const codeCopy =
  "Ce code ouvre tous les dossiers. Sous enveloppe, au coffre. Jamais avec l’ordinateur.";
export const printSheet = "Imprimer la feuille";
export const saveSheet = "Enregistrer en PDF…";
export const sheetLeaves =
  "La copie ouverte pour imprimer est effacée ensuite. Un PDF enregistré reste où vous le mettez\u202f: sur une clé.";
export const sheetFile = "code-de-secours.pdf";
export const preparing = "Tirage du code…";
export const checkTitle = "Deux groupes, lus sur le papier";
export const checkIntro = "Majuscules ou minuscules, peu importe.";
export const group = (number: number) => `Groupe ${number}`;
export const capsLock = "La touche Maj est verrouillée.";
export const preview = (title: string) => `Aperçu : ${title}`;
export const hiddenPaper = "Les noms sont masqués : le papier se revoit avec F9.";
export const drawing = "Mise en page du papier…";
export const drawingHint = "Vous pouvez continuer ailleurs.";
export const out = "Sortir ce papier";
export const pages = (count: number) => (count === 1 ? "1 page" : `${count} pages`);
export const openPaper = "Ouvrir";
export const openingPaper = "Ouverture…";
export const printPaper = "Imprimer";
export const printingPaper = "Préparation des pages…";
export const savePaper = "Enregistrer le PDF…";
export const savingPaper = "Enregistrement du PDF…";
export const lighten = "Alléger pour l’envoi par courriel";
export const remarksTitle = "À savoir avant qu’il parte";
export const unprintableTitle = "Caractères que le papier ne sait pas écrire";
export const unprintableText =
  "Ils y sont écrits « ? ». Corrigez-les dans la fiche ou vérifiez-les sur le papier.";
export const page = (title: string, page: number, of: number) => `${title}, page ${page} sur ${of}`;
export const pageText = (page: number) => `Texte de la page ${page}`;
export const wide = (table: string) => `Défile en largeur : ${table}`;
export const showWorking = "Voir le calcul";
export const explain = "D’où vient ce chiffre ?";
export const explainOf = (figure: string) => `D’où vient ce chiffre ? ${figure}`;
export const steps = "Le calcul, pas à pas";
export const proof = "Ce qui le prouve, ligne à ligne";
export const printWorkings = "Imprimer les calculs";
export const close = "Fermer";
export const closeMessage = "Fermer le message";
export const stop = "Arrêter";
export const escapeKey = "Échap";
export const enterKey = "Entrée";
export const giveUp = "Abandonner";
export const actions = { add: "Ajouter", adding: "Ajout…" };
export const restore = "Restaurer";
export const remove = "Retirer";
export const modify = "Modifier";
export const firstThisLine = "Corrigez cette ligne ou restaurez-la avant d’en ouvrir une autre.";
export const noMatch = (typed: string) =>
  `Aucune ligne ne contient « ${typed} ». Une de celles-ci convient peut-être :`;
export const undecided = (typed: string, count: number) =>
  count === 0
    ? `Aucune ligne ne contient « ${typed} » : choisissez-en une avec les flèches.`
    : `« ${typed} » ne suffit pas : choisissez la ligne avec les flèches.`;
export const matches = (count: number) => (count === 1 ? "1 choix" : `${count} choix`);
export const passphrase = "Phrase secrète";
export const recoveryCode = "Code de secours";
export const withPassphrase = "Avec la phrase secrète";
export const withCode = "Avec le code de secours";
export const missingScreen = "Cette page n’est pas là";
export const missingScript = {
  message: "Une partie d’Étrier manque ou ne peut pas être lue.",
  remedy:
    "Fermez Étrier et ouvrez-le de nouveau\u202f: ce qui est enregistré ne risque rien. Si cela revient, faites réinstaller Étrier par votre service informatique.",
};

export const addReferrer = "Ajouter un prescripteur";
export const structure = "Nom du service";
export const structureKind = "Genre de service";
export const chooseKind = "Choisir…";
export const addIt = "Ajouter";
export const giveUpAdding = "Renoncer";
export const windowTitle = (screen: string) => `${screen} – Étrier`;

export const yes = "oui";
export const no = "non";
export const toSee = "à voir";
