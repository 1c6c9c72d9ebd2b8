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
  passphraseHint: "Au moins 12 caractères variés, ou cinq mots.",
  passphraseMissing: "Tapez une phrase.",
  again: "La même, une seconde fois",
  notTheSame: "Les deux phrases ne sont pas les mêmes.",
  strength: "Solidité de la phrase",

  codeTitle: "Votre code de secours",
  codeIntro: "Si la phrase secrète est oubliée, ce code rouvre tout.",
  codeWarning:
    "Sans la phrase ni le code, personne ne peut rouvrir les dossiers, pas même le service informatique.",
  codeLabel: "Code de secours, 8 groupes",
  codeCopy:
    "Recopiez-le à la main sur une feuille : il ne sera plus jamais montré. La feuille se range sous enveloppe, au coffre ou chez la direction. Jamais avec l’ordinateur.",
  preparing: "Tirage du code…",
  checkTitle: "Vérifions que la feuille est lisible",
  checkIntro: "Recopiez deux groupes depuis la feuille. Majuscules ou minuscules, peu importe.",
  group: (number: number) => `Groupe ${number}`,
  checkFirst: "Recopiez les deux groupes demandés pour commencer.",
} as const;
