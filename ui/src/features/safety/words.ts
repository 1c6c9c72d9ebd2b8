export const words = {
  title: "Sécurité et copies",
  windowTitle: "Sécurité et copies – Étrier",
  intro: "Tout est chiffré sur cet ordinateur et rien n’en sort sans vous.",
  savedAnswer: "Tout est enregistré.",
} as const;
