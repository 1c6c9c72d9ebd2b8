export const words = {
  title: "Sécurité et copies",
  windowTitle: "Sécurité et copies – Étrier",
  intro: "Tout est chiffré sur cet ordinateur et rien n’en sort sans vous.",
  savedAnswer: "Tout est enregistré.",

  secrets: {
    code: "Code de secours",
    prove: "Essayer",
    newCode: "Nouveau code",
    passphrase: "Phrase secrète",
    unknownDay: "jour inconnu",
    change: "Changer",
    compromised: "Quelqu’un la connaît…",
    openedWithCode: "Les dossiers ont été ouverts avec le code de secours.",
    openedWithCodeNext:
      "Choisissez une nouvelle phrase, puis faites un nouveau code : l’enveloppe de l’ancien a été ouverte.",
    current: "Phrase secrète actuelle",
    newPassphrase: "Nouvelle phrase secrète",
    working: "Un instant…",
    leave: "Abandonner",
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
    renewTitle: "Renouveler la clé",
    renewIntro:
      "À faire si quelqu’un connaît la phrase ou le code, ou si une feuille a disparu. Tous les dossiers sont chiffrés de nouveau, avec une autre phrase et un autre code ; rien n’est perdu.",
    renewCopies:
      "Les copies faites avant, sur cet ordinateur et sur les clés, s’ouvrent encore avec l’ancienne phrase ou l’ancien code : il faudra les détruire une fois une nouvelle copie faite.",
    renewIt: "Renouveler la clé",
    renewed:
      "La clé est renouvelée : ni l’ancienne phrase ni l’ancien code n’ouvrent plus les dossiers. Faites maintenant une copie, puis détruisez les anciennes, qui s’ouvrent encore avec eux.",
  },
} as const;
