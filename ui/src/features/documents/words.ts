export const words = {
  papers: "Papiers",
  readyCount: (ready: number, all: number) =>
    ready === 0
      ? "rien à imprimer encore"
      : ready === all
        ? `${all} à imprimer`
        : `${ready} à imprimer sur ${all}`,
  preview: (title: string) => `Aperçu : ${title}`,
  page: (title: string, page: number, of: number) => `${title}, page ${page} sur ${of}`,
  pageText: (page: number) => `Texte de la page ${page}`,
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
  waits: "Attend une première ligne de budget.",
  toBudget: "Ouvrir le budget",
  missingTitle: "Ce qui manque",
  missingNote: "le papier peut sortir sans, avec sa place vide",
  complete: "Compléter dans",
  unprintableTitle: "Caractères que le papier ne sait pas écrire",
  unprintableText: "Ils y sont écrits « ? ». Corrigez-les dans la fiche ou vérifiez-les sur le papier.",
  empty: "Aucun papier pour l’instant",
  emptyText: "Les papiers du dossier viennent ici dès que ses faits permettent de les écrire.",
} as const;
