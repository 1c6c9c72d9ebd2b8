// What the shared parts say, whatever the screen.

export const words = {
  brand: "Étrier",
  optional: "(facultatif)",
  showWhatIType: "Montrer ce que je tape",
  passphraseHint: "Au moins 12 caractères variés, ou cinq mots.",
  passphraseMissing: "Tapez une phrase.",
  again: "La même, une seconde fois",
  notTheSame: "Les deux phrases ne sont pas les mêmes.",
  strength: "Solidité de la phrase",
  codeLabel: "Code de secours, 8 groupes",
  codeCopy:
    "Recopiez-le à la main sur une feuille : il ne sera plus jamais montré. La feuille se range sous enveloppe, au coffre ou chez la direction. Jamais avec l’ordinateur.",
  preparing: "Tirage du code…",
  checkTitle: "Vérifions que la feuille est lisible",
  checkIntro: "Recopiez deux groupes depuis la feuille. Majuscules ou minuscules, peu importe.",
  group: (number: number) => `Groupe ${number}`,
  capsLock: "La touche Maj est verrouillée.",
  page: (title: string, page: number, of: number) => `${title}, page ${page} sur ${of}`,
  pageText: (page: number) => `Texte de la page ${page}`,
  wide: (table: string) => `Défile en largeur : ${table}`,
  showWorking: "Voir le calcul",
  explain: "D’où vient ce chiffre ?",
  explainOf: (figure: string) => `D’où vient ce chiffre ? ${figure}`,
  steps: "Le calcul, pas à pas",
  proof: "Ce qui le prouve, ligne à ligne",
  printWorkings: "Imprimer les calculs",
  close: "Fermer",
  stop: "Arrêter",
  escape: "Échap",
  restore: "Restaurer",
  remove: "Retirer",
  firstThisLine: "Corrigez cette ligne ou restaurez-la avant d’en ouvrir une autre.",
  noMatch: (typed: string) => `Aucune ligne ne contient « ${typed} ». Une de celles-ci convient peut-être :`,
  undecided: (typed: string, count: number) =>
    count === 0
      ? `Aucune ligne ne contient « ${typed} » : choisissez-en une avec les flèches.`
      : `« ${typed} » ne suffit pas : choisissez la ligne avec les flèches.`,
  matches: (count: number) => (count === 1 ? "1 choix" : `${count} choix`),
} as const;
