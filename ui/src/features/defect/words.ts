export const stoppedTitle = "Page arrêtée";
export const stopped = "Cette page s’est arrêtée";
export const stoppedSafe =
  "Un défaut d’Étrier empêche de la montrer. Ce que vous avez enregistré est intact.";
export const stoppedAdvice =
  "Reprenez, puis relisez ce que vous étiez en train de taper : les tout derniers mots peuvent manquer. Si la page s’arrête encore, passez par la journée.";
export const resume = "Reprendre où j’en étais";
export const resumeAtHome = "Aller à la journée";
export const failedAct = "Ce geste n’a pas abouti : un défaut d’Étrier l’a arrêté.";
export const failedActAdvice =
  "Ce qui était enregistré avant lui est intact. Vérifiez ce que vous veniez de faire avant de continuer.";
export const goOn = "Continuer";
