import * as shared from "../../parts/room_words.ts";

export * from "../../parts/room_words.ts";
export { safety as windowTitle } from "../../parts/room_words.ts";

export const intro = "Tout est chiffré sur cet ordinateur et rien n’en sort sans vous.";
const renewKey = "Renouveler la clé";
const eraseOf = (reference: string) => `Effacer le dossier ${reference}`;

export const copies = {
  here: "Copie sur cet ordinateur",
  outside: "Copie hors de l’ordinateur",
  copyHere: "Copier maintenant",
  copyOutside: (place: string) => `Copier sur ${place}`,
  choosePlace: "Choisir la clé…",
  otherPlace: "Autre clé…",
  copying: "Copie en cours : elle est relue et vérifiée avant d’être retenue.",
  done: "Ce qui vient d’être fait",
  title: "Copies",
  note: "une copie n’est retenue qu’après avoir été rouverte et vérifiée",
  table: "Copies",
  fromElsewhere: "Depuis un autre dossier…",
  reading: shared.copiesReadAgain,
  none: "Aucune copie encore : la première se fait d’elle-même.",
  noneThere: "Il n’y a pas de copie d’Étrier dans ce dossier.",
  inPlace: (place: string) => `Copies de ${place}`,
  readAll: "relues entièrement",
  made: "Faite",
  why: "Pourquoi",
  where: "Où",
  dossiers: "Dossiers",
  pieces: "Fichiers",
  verdict: "Verdict",
  actions: "Actions",
  open: shared.openPaper,
  openOf: (made: string) => `Ouvrir la copie : ${made}`,
  close: shared.close,
  closeOf: (made: string) => `Fermer la copie : ${made}`,
  hint: "Regarder n’écrit rien. Restaurer met cette copie à la place ; l’état d’aujourd’hui est gardé 30 jours et se remet d’un geste.",
  unusable:
    "Cette copie ne peut remplacer aucun dossier. Prenez celle d’avant ou celle d’après : chacune est entière.",
  look: shared.lookOnly,
  restore: "Restaurer…",
  replace: "Remplacer par cette copie",
  restoring: "Restauration…",
  leave: "Laisser",
  secretHint: "Celle d’aujourd’hui, ou celle du jour de la copie : c’est elle qui rouvrira les dossiers.",
  secretToLook: "Cette copie a une autre clé : tapez la phrase qu’elle avait.",
  undoRestore: "Annuler la restauration",
};

export const doubts = {
  bringBack: "Remettre cet état",
  keep: "Garder les dossiers tels qu’ils sont",
};

export const aside = {
  title: "Mis de côté",
  note: "rien n’en est effacé avant trente jours",
  what: "Quoi",
  moved: "Depuis",
  size: "Taille",
  holds: "Contient",
  goes: "Détruit le",
  actions: "Actions",
  destroy: "Détruire…",
  destroyOf: (what: string) => `Détruire\u202f: ${what}`,
  keep: "Garder",
  destroyNow: "Détruire pour toujours",
};

export const papers = {
  title: "Papiers de protection des données",
  note: shared.fromSettings,
  list: [
    {
      key: "data_notice",
      title: "Note d’information sur les données",
      use: "à remettre à chaque personne au premier rendez-vous",
    },
    {
      key: "processing_register",
      title: "Fiche de registre",
      use: "article 30 du RGPD : à relire par le délégué à la protection des données, à dater et à signer",
    },
  ],
  see: "Voir",
  close: shared.close,
  of: (title: string) => ` : ${title}`,
  missing: "À compléter ou à vérifier",
  settings: shared.openSettings,
};

export const secrets = {
  code: shared.recoveryCode,
  prove: "Essayer",
  newCode: "Nouveau code",
  passphrase: shared.passphrase,
  unknownDay: "jour inconnu",
  change: "Changer",
  compromised: "Quelqu’un la connaît…",
  openedWithCode: "Les dossiers ont été ouverts avec le code de secours.",
  openedWithCodeNext:
    "Choisissez une nouvelle phrase, puis faites un nouveau code : l’enveloppe de l’ancien a été ouverte.",
  formerCopies: (count: number) =>
    count === 1
      ? "Une copie de cet ordinateur s’ouvre encore avec les anciens secrets."
      : `${count} copies de cet ordinateur s’ouvrent encore avec les anciens secrets.`,
  formerWhy:
    "Faites une nouvelle copie, puis détruisez celles-ci. Celles des clés sont à détruire à la main.",
  formerAsked: "Les copies détruites ne reviennent pas.",
  destroyFormer: "Les détruire…",
  keepFormer: "Garder",
  destroyFormerNow: (count: number) =>
    count === 1 ? "Détruire cette copie" : `Détruire ces ${count} copies`,
  current: "Phrase secrète actuelle",
  newPassphrase: shared.newPassphrase,
  working: "Un instant…",
  leave: shared.giveUp,
  changeTitle: "Changer la phrase secrète",
  changeIntro:
    "Le code de secours reste le même. Les copies faites avant ce changement s’ouvrent toujours avec l’ancienne phrase.",
  changeIt: "Changer la phrase",
  changed:
    "La nouvelle phrase est en place. Le code de secours n’a pas changé ; les copies déjà faites s’ouvrent encore avec l’ancienne phrase.",
  proveTitle: "Essayer le code de secours",
  proveIntro:
    "Sortez la feuille de l’enveloppe et recopiez les huit groupes. Étrier vérifie qu’ils ouvrent les dossiers et note la date ; rien ne change.",
  proveIt: "Essayer ce code",
  proved: "Ce code ouvre les dossiers. Refermez l’enveloppe et notez-y la date.",
  newCodeTitle: "Faire un nouveau code de secours",
  newCodeIntro:
    "Le nouveau code remplace l’ancien, qui n’ouvrira plus que les copies déjà faites. La phrase secrète ne change pas.",
  newCodeIt: "Remplacer le code",
  newCodeDone:
    "Le nouveau code est en place. Rangez sa feuille sous enveloppe et détruisez l’ancienne ; les copies déjà faites s’ouvrent encore avec l’ancien code.",
  renewTitle: renewKey,
  renewIntro:
    "À faire si quelqu’un connaît la phrase ou le code, ou si une feuille a disparu. Tous les dossiers sont chiffrés de nouveau, avec une autre phrase et un autre code ; rien n’est perdu.",
  renewCopies:
    "Les copies faites avant, sur cet ordinateur et sur les clés, s’ouvrent encore avec l’ancienne phrase ou l’ancien code : il faudra les détruire une fois une nouvelle copie faite.",
  renewIt: renewKey,
  renewed:
    "La clé est renouvelée : ni l’ancienne phrase ni l’ancien code n’ouvrent plus les dossiers. Faites maintenant une copie, puis détruisez les anciennes, qui s’ouvrent encore avec eux.",
};

export const retention = {
  title: "Durées de conservation",
  columns: {
    person: "Personne",
    ended: "Fin du dossier",
    lastContact: "Dernier contact",
    since: "À décider depuis le",
    actions: "Décider",
  },
  archive: "Archiver",
  archiveOf: (reference: string) => `Archiver le dossier ${reference}`,
  extend: "Prolonger",
  extendOf: (reference: string) => `Prolonger le dossier ${reference}`,
  erase: "Effacer…",
  eraseOf,
  need: "Pour quel besoin l’archiver",
  why: "Pourquoi le garder plus longtemps",
  until: "Jusqu’au",
  leave: "Laisser",
  more: shared.more,
  moreOf: shared.moreOf,
  source: (source: string) => `Source : ${source}.`,
  rule: "Voir la règle",
  archived: (count: number) =>
    count < 2
      ? "1 dossier archivé : dans la liste des dossiers, « Archivés »"
      : `${count} dossiers archivés : dans la liste des dossiers, « Archivés »`,
  lastErasure: (day: string) => `Dernier effacement : ${day}.`,
  certificate: "Certificat",
  certificateOf: (number: string) => `Certificat ${number}`,
  others: (count: number) => (count < 2 ? "L’effacement d’avant" : `Les ${count} effacements d’avant`),
};

export const erasing = {
  title: eraseOf,
  scope: (others: string) => `La personne a aussi : ${others}`,
  onlyThis: (reference: string) => `Effacer ${reference} seulement`,
  allOfThem: "Effacer la personne et tous ses dossiers",
  goes: "Ce qui part",
  stays: shared.whatStays,
  reason: "Raison",
  decidedOn: "Décidé le",
  decidedHint: shared.blankIsToday,
  keepsFigures: "Garder les chiffres sans nom dans les bilans",
  typeAgain: (reference: string) => `Pour confirmer, tapez ${reference}`,
  copyFirst: "Une copie vérifiée est faite avant. L’effacement ne s’annule pas.",
  working: "Copie vérifiée, puis effacement…",
  leave: "Ne rien effacer",
  erase: "Effacer",
};

export const personFile = {
  title: "Tout ce que nous avons sur une personne",
  intro:
    "Quand une personne demande ce que vous avez sur elle : un PDF à lui remettre et un fichier de données, dans le dossier de votre choix.",
  search: "Personne",
  searchHint: "nom ou référence, dossiers archivés compris",
  none: "Aucun dossier ne correspond à ces mots.",
  found: "Personnes trouvées",
  choose: (name: string, reference: string) => `Choisir ${name}, ${reference}`,
  prepare: "Préparer",
  preparing: "Les feuilles et les données se préparent…",
  erase: "Effacer à sa demande…",
};

export const certificate = {
  title: (number: string) => `Certificat d’effacement ${number}`,
  intro: "Ce qui a été effacé, quand, et ce qui reste. Aucun nom n’y figure.",
  notOwn: "Cette ligne du registre a été changée hors d’Étrier : son empreinte ne correspond plus.",
  fingerprint: "Empreinte",
  remains: shared.whatStays,
  limit:
    "Sur un disque moderne, un effacement ne détruit pas toujours chaque trace physique. La protection vient du chiffrement : sans la phrase secrète ni le code de secours, ce qui subsiste est illisible.",
  save: "Enregistrer le PDF",
  saving: "Le certificat s’imprime…",
  fileName: (number: string) => `certificat-effacement-${number}.pdf`,
  close: shared.close,
};

export const journal = {
  title: "Journal des accès",
  note: "qui a fait quoi, et quand",
  whole: "Tout le journal",
  lastLines: "Les dernières lignes",
  filter: "Chercher dans le journal",
  columns: { when: "Quand", what: "Quoi", dossier: "Dossier", detail: "Champ ou détail" },
  kind: "Sorte",
  allKinds: "Toutes",
  kinds: {
    shown: "Consultations",
    changed: "Modifications",
    given_out: "Impressions et exports",
    kept: "Conservation et effacements",
    office: "Ouvertures et réglages",
  },
  day: "Jour",
  save: "Enregistrer pour un tableur",
  fileName: "journal-des-acces.csv",
  more: shared.more,
  moreOf: (shown: number, found: number) => `${shown} lignes affichées sur ${found}`,
};
