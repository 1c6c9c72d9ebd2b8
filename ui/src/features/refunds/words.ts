export const words = {
  title: "Remboursements",
  windowTitle: "Remboursements – Étrier",
  savedAnswer: "Rien n’est à enregistrer ici : chaque remboursement se décide dans son dossier.",
  list: "Intérêts à rembourser",
  nobody: "Personne n’attend un remboursement.",
  table: "Remboursements",
  columns: ["Personne", "Fin du prêt", "Intérêts payés", "À rembourser", "Où il en est"],
  over: "l’enveloppe n’y suffit plus",
  statement: "État pour le comptable",
  see: "Voir l’état",
  close: "Fermer l’état",
  settings: "Ouvrir les réglages",
} as const;
