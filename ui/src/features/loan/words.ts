// Every sentence of the room « Prêt ».

import { saving, whatStays } from "../../parts/room_words.ts";

export * from "../../parts/room_words.ts";

export const title = "Prêt";

export const schedule = "Échéancier";
export const scheduleTable = "Échéancier du prêt";
export const number = "Numéro";
export const due = "Échéance";
export const toPay = "À payer";
export const interest = "Intérêts";
export const left = "Reste dû";
export const known = "Déclarée";
export const by = "Par";
export const total = "Total";
export const contractVersion = "Version 1, du contrat";
export const inForce = (number: number) => `Version ${number}, en vigueur`;
export const onTrial = (number: number) => `Version ${number}, à l’essai`;
export const stillDue = "Capital restant dû aujourd’hui";
export const interestPaid = "Intérêts payés à ce jour";
export const ifPaid = "Si tout ce qui est échu a été payé.";
export const whatToDo = "La marche à suivre, dans Suivi";
export const sinceMissed =
  "Depuis le premier impayé, seules les échéances dites payées sont comptées payées.";
export const versions = "Versions";
export const note = (note: string) => `«\u202f${note}\u202f»`;
export const costOf = (title: string) => `Coût de la ${title.toLowerCase()}`;

export const contract = "Contrat";
export const contractTable = "Chiffres du contrat";
export const statedOtherwise = (label: string) => `${label}, au contrat`;
export const gapOf = (label: string) => `Écart\u202f: ${label.toLowerCase()}`;
export const rules = "L’échéancier suit le contrat\u202f; les papiers disent «\u202fselon le contrat\u202f».";

export const change = "Changer l’échéancier";
export const changeNote = "essayé à côté, gardé une fois la banque d’accord";
export const startChange = "Essayer un changement";
export const kind = "Changement";
export const noKind = "à choisir";
export const kinds = {
  postponed: "Reporter des échéances",
  interest_only: "Intérêts seuls quelques mois",
  end_shifted: "Décaler la fin",
  new_instalment: "Nouvelle mensualité, plus basse ou plus haute",
  due_day: "Changer le jour de prélèvement",
  partial_repayment: "Rembourser une partie",
  full_repayment: "Tout rembourser",
  rate_lowered: "Baisser le taux",
};
export const fields = {
  from: "À partir de l’échéance",
  count: "Combien de mois",
  interest: "Intérêts de ces mois",
  amount: "Montant",
  day: "Jour du mois",
  on: "Le",
  rate: "Nouveau taux, en\u202f%",
  keeps: whatStays,
};
export const agreedOn = "Accord de la banque le";
export const agreedHint = "attendu pour garder";
export const said = "Ce qu’elle a dit";
export const keep = {
  add: "Garder",
  adding: saving,
};
export const trial = (title: string) => `À l’essai\u202f: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
export const cost = "Coût du changement";
export const ends = (day: string) => `dernière échéance le ${day}`;
export const notRunning =
  "Rien ne change et rien ne se déclare avant le versement de l’argent, à noter dans les décisions.";

export const early = "Rembourser par avance";
export const earlyOn = "Tout rembourser le";
export const avoided = (amount: string) => `Intérêts évités\u202f: ${amount}.`;

export const settleEarly = "Noter ce remboursement";
export const earlyAmount = "Montant payé";
export const earlyAmountHint = "celui du calcul si rien n’est écrit";
export const settle = "Fin du prêt";
export const settleNote = "l’attestation de la banque solde tout l’échéancier";
export const attestation = "Noter l’attestation";
export const attestedOn = "Reçue le";

export const declare = "Déclarer des paiements";
export const declareNote = "une seule entrée pour plusieurs mois";
export const from = "De";
export const to = "À";
export const until = "Ou toutes jusqu’au";
export const untilHint = "tout ce qui est échu ce jour-là et dont rien n’est dit";
export const declared = "Ce qu’on en dit";
export const toldBy = "Dit par";
export const saidOn = "Le";
export const send = "Déclarer";
export const nothingDue = "Rien d’échu n’attend d’être déclaré.";
