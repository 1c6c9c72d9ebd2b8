export const words = {
  papers: "Papiers",
  readyCount: (ready: number, all: number) =>
    ready === 0
      ? "rien à imprimer encore"
      : ready === all
        ? `${all} à imprimer`
        : `${ready} à imprimer sur ${all}`,
  uncalledFor: (count: number) =>
    count === 1 ? "1 courrier que rien n’appelle" : `${count} courriers que rien n’appelle`,
  preview: (title: string) => `Aperçu : ${title}`,
  out: "Sortir ce papier",
  open: "Ouvrir",
  openKey: "Ctrl P",
  save: "Enregistrer le PDF…",
  toRoom: "Aller à l’intercalaire où cela s’écrit",
  missingTitle: "Ce qui manque",
  missingNote: "le papier peut sortir sans, avec sa place vide",
  complete: "Compléter dans",
  inSettings: "Le reste s’écrit une fois pour tous les papiers, dans",
  settings: "Réglages",
  kept: "Papiers remis",
  keptNote: "gardés tels qu’ils sont sortis",
  keptNone: "Rien n’est encore sorti de ce dossier. Chaque papier ouvert ou enregistré viendra ici.",
  keptOn: (day: string, at: string) => `${day}, ${at}`,
  keptFor: "pour",
  fingerprint: (signs: string) => `empreinte ${signs}`,
  keptAsItWas: "Ce papier est montré tel qu’il est sorti, quoi qu’il se soit passé depuis.",
  empty: "Aucun papier pour l’instant",
  emptyText: "Les papiers du dossier viennent ici dès que ses faits permettent de les écrire.",
} as const;
