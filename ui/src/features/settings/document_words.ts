// What the section of supporting documents says.

export const documentsNote = "celles du guide, que vous pouvez redire, et les vôtres";
export const addDocument = "Ajouter une pièce";
export const documentName = "Nom de la pièce";
export const documentDetail = "Comment la fournir";
export const documentDetailHint = "Par exemple\u202f: les trois derniers, recto et verso.";
export const documentSection = "Rubrique du dossier";
export const documentStage = "Demandée";
export const documentCount = "Combien";
export const documentValidity = "Valable, en mois";
export const documentWhere = "Où la trouver";
export const documentByBanks = "Demandée par certaines banques seulement";
export const documentOfEach = "Une par emprunteur";
export const documentRequired = "Le dossier n’est pas complet sans elle";
export const documentRetired = "Ne plus demander cette pièce";
