// The names of the sections: « Aller à » says them too, before the settings are there.

import { lists } from "../../parts/room_words.ts";

export const section = {
  office: "CCAS et référent",
  rules: "Règles",
  lenders: "Banques et conventions",
  products: "Produits",
  lists: lists,
  resolutions: "Délibérations",
  letters: "Courriers",
  legal: "Valeurs légales",
};
