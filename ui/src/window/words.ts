export const words = {
  skip: "Aller à la page",
  screens: "Écrans",
  find: "Chercher",
  findKey: "Ctrl K",
  menu: "Menu",
  demo: "Démonstration",
  hideNames: "Masquer les noms",
  hideNamesKey: "F9",
  stopLooking: "Revenir aux dossiers d’aujourd’hui",
  lock: "Verrouiller",
  lockKey: "Ctrl L",
  count: (total: number) => (total === 1 ? "1 dossier" : `${total} dossiers`),
  late: (count: number) => `${count} en retard`,
  undo: "Annuler",
  undoKey: "Ctrl Z",
  redo: "Rétablir",
  redoKey: "Ctrl Y",
  nothingToUndo: "Rien à annuler.",
  nothingToRedo: "Rien à rétablir.",
  refused: (labels: readonly string[]) =>
    labels.length === 1
      ? `Un champ n’est pas enregistré : ${labels[0]}.`
      : `${labels.length} champs ne sont pas enregistrés : ${labels.join(", ")}.`,
  unsaved: "Une saisie n’est pas encore enregistrée : Entrée l’enregistre, Échap l’abandonne.",
  read: "J’ai lu",
  slow: {
    pure: "Étrier relit ce champ…",
    read: "Étrier cherche dans les dossiers…",
    write: "Étrier enregistre…",
    long: "Étrier travaille…",
    desk: "Étrier enregistre…",
  },
} as const;
