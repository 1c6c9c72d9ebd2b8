// What the shared parts say, whatever the screen.

export const words = {
  brand: "Étrier",
  optional: "(facultatif)",
  showWhatIType: "Montrer ce que je tape",
  capsLock: "La touche Maj est verrouillée.",
  showWorking: "Voir le calcul",
  close: "Fermer",
  stop: "Arrêter",
  escape: "Échap",
  restore: "Restaurer",
  remove: "Retirer",
  firstThisLine: "Corrigez cette ligne ou restaurez-la avant d’en ouvrir une autre.",
  noMatch: (typed: string) => `Aucune ligne ne contient « ${typed} ».`,
  matches: (count: number) => (count === 1 ? "1 choix" : `${count} choix`),
} as const;
