// The names of the sections: « Aller à » says them too, before the settings are there.

import { lists } from "../../parts/room_words.ts";

export const section = {
  office: "CCAS et référent",
  rules: "Règles",
  lenders: "Banques et conventions",
  products: "Produits",
  documents: "Pièces demandées",
  lists: lists,
  follow_up: "Suivi et questionnaire",
  resolutions: "Délibérations",
  letters: "Courriers et charte",
  legal: "Valeurs légales",
};
