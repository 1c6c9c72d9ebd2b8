import type { Room } from "../../ipc/types.ts";

export const words = {
  windowTitle: (room: string, name: string) => `${room} – ${name} – Étrier`,
  loadingTitle: "Dossier – Étrier",
  head: "En-tête du dossier",
  rooms: "Intercalaires du dossier",
  room: {
    person: "Personne et foyer",
    budget: "Budget",
    documents: "Documents",
  } satisfies Record<Room["key"], string>,
  complete: "complet",
  stage: "Étape",
  next: "Prochaine date",
  late: "en retard :",
  due: "à faire :",
  noDate: "sans date",
  amount: "Montant demandé",
  noAmount: "non chiffré",
  resteAVivre: "Reste à vivre",
  noResteAVivre: "après le budget",
  saving: "Enregistrement…",
  savedAt: (hours: number, minutes: string) => `Enregistré à ${hours} h ${minutes}`,
  backToList: "Revenir aux dossiers",
  savedAnswer: "Déjà enregistré : chaque champ l’est quand vous le quittez.",
} as const;
