// Where the reader is in the guide.

/** The page and the section of an address: `/aide/budget/lire-le-resultat`. */
export function pageAt(address: string): { topic: string; section: string } {
  const [topic = "", section = ""] = address.split("/").slice(2);
  return { topic: topic || "accueil", section };
}
