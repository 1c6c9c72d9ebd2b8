export const words = {
  title: "Rouvrir une copie – Étrier",
  heading: "Rouvrir une copie",
  introThere:
    "Rien n’est effacé : la copie prend place à côté, et ce qui est là aujourd’hui est gardé 30 jours.",
  introNew:
    "Branchez la clé, choisissez le dossier des copies, puis tapez le code de la feuille ou la phrase secrète. Tout le bureau revient.",
  choose: "Choisir la clé ou le dossier…",
  back: "Revenir",
  reading: "Les copies sont relues entièrement.",
  none: (place: string) =>
    `Aucune copie d’Étrier dans « ${place} ». Ouvrez le dossier qui contient ceux nommés par une date.`,
  copiesOf: (place: string) => `Copies de ${place}, la plus récente d’abord`,
  read: "Relue, entière",
  secretHint: "La phrase qui servait le jour de la copie, celle d’aujourd’hui, ou le code de la feuille.",
  reopen: "Rouvrir cette copie",
  reopening: "Vérification et ouverture…",
  look: "Regarder sans remplacer",
  keptHint: "L’état d’aujourd’hui, même abîmé, est gardé 30 jours et se remet d’un geste.",
} as const;
