// The names of the sections: « Aller à » says them too, before the settings are there.

export const section = {
  office: "CCAS et référent",
  rules: "Règles",
  lenders: "Banques et conventions",
  products: "Produits",
  lists: "Listes de choix",
  resolutions: "Délibérations",
  letters: "Courriers",
  legal: "Valeurs légales",
};
