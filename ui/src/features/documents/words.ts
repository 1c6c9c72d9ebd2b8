export const words = {
  papers: "Papiers",
  readyCount: (ready: number, all: number) =>
    ready === 0
      ? "rien à imprimer encore"
      : ready === all
        ? `${all} à imprimer`
        : `${ready} à imprimer sur ${all}`,
  preview: (title: string) => `Aperçu : ${title}`,
  drawing: "Mise en page du papier…",
  drawingHint: "Vous pouvez continuer ailleurs.",
  out: "Sortir ce papier",
  pages: (count: number) => (count === 1 ? "1 page" : `${count} pages`),
  open: "Ouvrir",
  openKey: "Ctrl P",
  opening: "Ouverture…",
  openHint: "S’ouvre dans le lecteur de l’ordinateur, d’où il s’imprime.",
  save: "Enregistrer le PDF…",
  saving: "Enregistrement du PDF…",
  toRoom: "Aller à l’intercalaire où cela s’écrit",
  missingTitle: "Ce qui manque",
  missingNote: "le papier peut sortir sans, avec sa place vide",
  complete: "Compléter dans",
  inSettings: "Le reste s’écrit une fois pour tous les papiers, dans",
  settings: "Réglages",
  unprintableTitle: "Caractères que le papier ne sait pas écrire",
  unprintableText: "Ils y sont écrits « ? ». Corrigez-les dans la fiche ou vérifiez-les sur le papier.",
  empty: "Aucun papier pour l’instant",
  emptyText: "Les papiers du dossier viennent ici dès que ses faits permettent de les écrire.",
} as const;
