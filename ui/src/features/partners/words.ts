// Every sentence of the screen « Partenaires ».

import { close, fromSettings, openSettings } from "../../parts/room_words.ts";

export * from "../../parts/room_words.ts";

export const renew = (lender: string) => `Renouveler celle de ${lender}`;
export const signFirst = "Nouvelle convention";
export const noBank = "Aucune banque";
export const noBankText =
  "Ajoutez la banque, puis saisissez la convention signée\u202f: elle dira ses plafonds et ses délais.";
export const banks = "Banques";
export const retired = "n’est plus partenaire";
export const contacts = "Qui joindre";
export const main = "Contact principal";
export const conventions = "Ses conventions";
export const noConvention = "Aucune convention signée avec cette banque.";
export const agreementWith = (lender: string) => `Convention\u202f: ${lender}`;
export const clause = "Clause";
export const says = "Ce que dit la convention";
export const seen = (period: string) => `Ce qu’on constate, ${period}`;
export const notSaid = "non dit";
export const exchanges = "Échanges et visites";
export const noExchange = "Rien n’est noté avec cette banque.";
export const exchangesWith = "Échanges avec ce prescripteur";
export const noExchangeWith = "Rien n’est noté avec ce prescripteur.";
export const noteButton = "Noter";
export const on = "Date";
export const kind = "Ce que c’était";
export const whom = "Avec qui";
export const next = "La suite";
export const nextOn = "Quand";
export const reference = "Dossier dont on a parlé";
export const referenceHint = "Sa référence. L’échange suit alors ce dossier et s’efface avec lui.";
export const comes = (next: string) => `Ensuite\u202f: ${next}`;
export const removeOf = (heading: string) => `Retirer l’échange du ${heading}`;
export const changeOf = (heading: string) => `Modifier l’échange du ${heading}`;
export const referrers = "Prescripteurs";
export const referrersNote = (period: string) => `ce que sont devenues les personnes envoyées, ${period}`;
export const noReferrer =
  "Ajoutez les services qui vous envoient des personnes\u202f: vous verrez ce qu’elles sont devenues.";
export const changeReferrer = "Modifier le prescripteur";
export const retireReferrer = "Mettre de côté";
export const bringBack = "Reprendre";
export const setAside = "mis de côté";
export const people = "Personnes";
export const feedback = "Retour au prescripteur";
export const total = "Total";
export const choose = "Choisissez";
export const name = "Personne à joindre";
export const addressHint = "Pour les lettres.";
export const sentBy = (name: string) => `Personnes envoyées\u202f: ${name}`;
export const nobodySent = "Personne n’a encore été envoyé par ce service. Il se choisit dans la demande.";
export const directory = "Annuaire des aides";
export const searchAid = "Chercher une aide";
export const noAid =
  "Notez ici les aides vers lesquelles vous orientez\u202f: pour quoi, qui joindre, vérifié quel jour.";
export const noAidFound = "Aucune aide avec ces mots.";
export const aid = "Aide";
export const aidName = "Nom de l’aide";
export const provider = "Qui la donne";
export const whatFor = "Pour quoi";
export const contact = "Qui joindre";
export const conditions = "À quelles conditions";
export const toBring = "Quoi apporter";
export const broughtAlong = (what: string) => `À apporter\u202f: ${what}`;
export const checked = "Vérifiée";
export const checkedOn = "Vérifiée le";
export const check = "Vérifiée aujourd’hui";
export const checkOf = (name: string) => `Vérifiée aujourd’hui\u202f: ${name}`;
export const retireOf = (name: string, isRetired: boolean) =>
  isRetired ? `Reprendre\u202f: ${name}` : `Mettre de côté\u202f: ${name}`;
export const actions = "Gestes";
export const person = "Personne";
export const became = "Ce qu’elle est devenue";
export const agreed = "Son accord";
export const agreedOf = (name: string) => `Accord de ${name}`;
export const writeOf = (name: string) => `Écrire la lettre, ${name}`;
export const peopleNote = "La lettre ne dit ni raison ni montant, et rien ne s’écrit sans accord.";
export const servicePapers = {
  title: "Papiers du service",
  note: fromSettings,
  list: [
    {
      key: "screening_grid",
      title: "Grille du premier appel",
      use: "à remplir à la main quand l’ordinateur n’est pas là",
    },
    {
      key: "reception_sheet",
      title: "Fiche d’accueil",
      use: "pour les agents qui reçoivent le public\u202f: quoi dire, quoi faire, quoi taire",
    },
    {
      key: "objections_sheet",
      title: "Argumentaire",
      use: "pour les travailleurs sociaux et les élus\u202f: des réponses courtes, le coût calculé",
    },
    {
      key: "aids_guide",
      title: "Guide des aides",
      use: "l’annuaire imprimé\u202f: pour quoi, qui appeler, quoi apporter, vérifié quel jour",
    },
    { key: "leaflet", title: "Dépliant", use: "à remettre aux habitants" },
    {
      key: "board_resolution_draft",
      title: "Projet de délibération",
      use: "à compléter pour le conseil d’administration",
    },
    {
      key: "quick_start",
      title: "Prise en main",
      use: "une page, pour qui découvre Étrier",
    },
    { key: "adviser_guide", title: "Guide du référent", use: "le texte de l’aide, à lire loin de l’écran" },
    {
      key: "it_sheet",
      title: "Fiche informatique",
      use: "pour le service informatique\u202f: ce qui est installé, où sont les données, les copies",
    },
    {
      key: "handover",
      title: "Relais",
      use: "pour qui reprend les dossiers\u202f: les prochaines dates, puis une feuille par dossier. Contient des noms",
    },
  ],
  see: "Voir",
  close: close,
  of: (title: string) => `\u202f: ${title}`,
  missing: "Pas encore dans les réglages",
  settings: openSettings,
};
