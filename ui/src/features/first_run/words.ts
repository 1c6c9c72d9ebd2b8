export * from "../../parts/room_words.ts";

export const title = "Premier lancement";
export const steps = "Étapes";
export const stepNames = ["1. Le CCAS et vous", "2. Phrase secrète", "3. Code de secours"];
export const done = "fait";
export const goOn = "Continuer";
export const back = "Retour";
export const start = "Commencer";
export const starting = "Création du coffre…";

export const officeTitle = "Le CCAS et vous";
export const officeIntro =
  "Ces lignes sont l’en-tête des papiers remis aux personnes. Elles se changent plus tard dans Réglages.";
export const copyTitle = "Vous aviez déjà Étrier ?";
export const copyOffer =
  "Avec une clé qui porte une copie et la feuille du code de secours, tout le bureau revient en quelques minutes.";
export const reopenCopy = "J’ai une copie : la rouvrir";
export const demoTitle = "Essayer d’abord ?";
export const demoOffer =
  "Un bureau de démonstration : soixante personnes inventées, sur trois ans, à toutes les étapes, ouvert tout de suite, sans phrase secrète. Vous le quitterez dans Réglages, puis vous créerez le vôtre.";
export const tryDemo = "Essayer avec une démonstration";
export const makingDemo = "Création de la démonstration…";
export const advisor = "Votre nom";
export const nameMissing = "Écrivez le nom du CCAS.";
export const advisorMissing = "Écrivez votre nom.";

export const passphraseTitle = "Votre phrase secrète";
export const passphraseIntro =
  "Elle chiffre tous les dossiers et sera demandée à chaque ouverture. Étrier ne la garde nulle part.";

export const codeTitle = "Votre code de secours";
export const codeIntro = "Si la phrase secrète est oubliée, ce code rouvre tout.";
export const codeWarning =
  "Sans la phrase ni le code, personne ne peut rouvrir les dossiers, pas même le service informatique.";
export const checkFirst = "Recopiez les deux groupes demandés pour commencer.";
