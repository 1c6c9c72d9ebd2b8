export * from "../../parts/room_words.ts";

export const windowTitle = (room: string, name: string) => `${room} – ${name}`;
export const loadingTitle = "Dossier";
export const goneTitle = "Dossier";
export const noteKey = "Ctrl E";
export const print = "Imprimer";
export const paperNow = "Maintenant";
export const papersReady = "Prêts à sortir";
export const allPapers = "Tous les papiers…";
export const handedOver = (count: string) => `${count} déjà remis`;
export const head = "En-tête du dossier";
export const rooms = "Onglets du dossier";
export const views = (tab: string) => `Dans ${tab}`;
export const complete = "complet";
export const late = "une échéance impayée";
export const amount = "Demandé";
export const loan = "Microcrédit";
export const instalment = "Mensualité";
export const aMonth = (instalment: string) => `${instalment} par mois`;
export const afterwards = "puis";
export const savedAt = (clock: string) => `Enregistré à ${clock}`;
export const backToList = "Revenir aux dossiers";

export const tabs = {
  overview: "Vue d’ensemble",
  request: "Demande",
  budget: "Budget et simulation",
  papers: "Papiers",
  opinion: "Avis et suite",
  loan: "Prêt",
};

/** The names of rooms under the switch of their tab, where the tab has a shorter one. */
export const viewNames: Readonly<Record<string, string>> = {
  person: "Personne et foyer",
  project: "Projet",
  documents: "Remis",
};
