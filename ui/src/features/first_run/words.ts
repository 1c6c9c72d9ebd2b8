export const words = {
  title: "Premier lancement – Étrier",
  steps: "Étapes",
  stepNames: ["1. Le CCAS et vous", "2. Phrase secrète", "3. Code de secours"],
  demoStepNames: ["1. Démonstration", "2. Phrase secrète", "3. Code de secours"],
  done: "fait",
  goOn: "Continuer",
  back: "Retour",
  start: "Commencer",
  starting: "Création du coffre…",

  officeTitle: "Le CCAS et vous",
  officeIntro:
    "Ces lignes sont l’en-tête des papiers remis aux personnes. Elles se changent plus tard dans Réglages.",
  copyTitle: "Vous aviez déjà Étrier ?",
  copyOffer:
    "Avec une clé qui porte une copie et la feuille du code de secours, tout le bureau revient en quelques minutes.",
  reopenCopy: "J’ai une copie : la rouvrir",
  demoTitle: "Essayer d’abord ?",
  demoOffer:
    "Un bureau de démonstration : soixante personnes inventées, sur trois ans, à toutes les étapes. Vous le quitterez dans Réglages, puis vous créerez le vôtre.",
  tryDemo: "Essayer avec une démonstration",
  name: "Nom du CCAS",
  advisor: "Votre nom",
  advisorHint: "Prénom et nom, tels que les personnes vous connaissent.",
  address: "Adresse",
  phone: "Téléphone",
  nameMissing: "Écrivez le nom du CCAS.",
  advisorMissing: "Écrivez votre nom.",

  passphraseTitle: "Votre phrase secrète",
  passphraseIntro:
    "Elle chiffre tous les dossiers et sera demandée à chaque ouverture. Étrier ne la garde nulle part.",
  passphrase: "Phrase secrète",

  codeTitle: "Votre code de secours",
  codeIntro: "Si la phrase secrète est oubliée, ce code rouvre tout.",
  codeWarning:
    "Sans la phrase ni le code, personne ne peut rouvrir les dossiers, pas même le service informatique.",
  checkFirst: "Recopiez les deux groupes demandés pour commencer.",
} as const;
