// Where each section of the settings is: the last word of its address.

import type { section } from "./section_words.ts";

/** The banks' may go on with one of them. */
export const sectionPaths = {
  office: "ccas",
  rules: "regles",
  lenders: "banques",
  products: "produits",
  documents: "pieces",
  lists: "listes",
  follow_up: "suivi",
  resolutions: "deliberations",
  letters: "courriers",
  legal: "legales",
} satisfies Record<keyof typeof section, string>;
