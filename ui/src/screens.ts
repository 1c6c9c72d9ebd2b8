// THE list of screens: address, title, component. Adding one is a feature
// folder and its line here.

import type { ComponentType } from "preact";
import { Assessment } from "./features/assessment/Screen.tsx";
import { Attachments } from "./features/attachments/Screen.tsx";
import { BankStatement } from "./features/bank_statement/Screen.tsx";
import * as bankWords from "./features/bank_statement/words.ts";
import { Borrower } from "./features/borrower/Screen.tsx";
import { Budget } from "./features/budget/Screen.tsx";
import { Decisions } from "./features/decisions/Screen.tsx";
import { Documents } from "./features/documents/Screen.tsx";
import { type RoomScreen, TOGETHER } from "./features/dossier/logic.ts";
import { Dossier } from "./features/dossier/Screen.tsx";
import * as dossierWords from "./features/dossier/words.ts";
import { Dossiers } from "./features/dossiers/Screen.tsx";
import * as dossiersWords from "./features/dossiers/words.ts";
import { Ending } from "./features/ending/Screen.tsx";
import { FollowUp } from "./features/follow_up/Screen.tsx";
import { Help } from "./features/help/Screen.tsx";
import * as helpWords from "./features/help/words.ts";
import { Journal } from "./features/journal/Screen.tsx";
import { Loan } from "./features/loan/Screen.tsx";
import { NewRequest } from "./features/new_request/Screen.tsx";
import * as newRequestWords from "./features/new_request/words.ts";
import { Partners } from "./features/partners/Screen.tsx";
import * as partnersWords from "./features/partners/words.ts";
import { Person } from "./features/person/Screen.tsx";
import { Project } from "./features/project/Screen.tsx";
import { Refunds } from "./features/refunds/Screen.tsx";
import * as refundsWords from "./features/refunds/words.ts";
import { Register } from "./features/register/Screen.tsx";
import * as registerWords from "./features/register/words.ts";
import { Report } from "./features/report/Screen.tsx";
import * as reportWords from "./features/report/words.ts";
import { Safety } from "./features/safety/Screen.tsx";
import * as safetyWords from "./features/safety/words.ts";
import { Sessions } from "./features/sessions/Screen.tsx";
import * as sessionsWords from "./features/sessions/words.ts";
import { Settings } from "./features/settings/Screen.tsx";
import * as settingsWords from "./features/settings/words.ts";
import { Simulation } from "./features/simulation/Screen.tsx";
import { Simulator } from "./features/simulation/Simulator.tsx";
import * as simulationWords from "./features/simulation/words.ts";
import { Today } from "./features/today/Screen.tsx";
import * as todayWords from "./features/today/words.ts";
import type { UsesFields } from "./ipc/types.ts";
import type { Sign } from "./parts/Icon.tsx";

export interface Screen {
  address: string;
  /** Its name in the rail. */
  title: string;
  sign: Sign;
  /** The key that leads there. */
  shortcut: string | null;
  component: ComponentType;
  /** The page of the guide F1 opens there. */
  topic: string;
  /** What Ctrl S answers there. */
  savedAnswer: string;
  /** The part of Étrier it belongs to: an office that does without does not see it. */
  uses?: keyof UsesFields;
  /** Below the others in the rail: what serves them all. */
  isBelow?: true;
  /** Files let go on the window are for it. */
  takesFiles?: boolean;
}

export const HOME = "/aujourdhui";

/** The list of dossiers, which the search leads to. */
export const DOSSIERS = "/dossiers";

/** The bilan, whose addresses go on with a period and what is shown of it. */
const REPORT = "/bilan";

/** The partners, whose address goes on with the bank shown. */
const PARTNERS = "/partenaires";

/** The settings, whose address may go on with one of their sections. */
const SETTINGS = "/reglages";

/** The guide, whose address goes on with a page and one of its sections. */
export const HELP = "/aide";

/** The places of the rail, in its order. */
export const screens: readonly Screen[] = [
  {
    address: "/demande",
    title: newRequestWords.title,
    sign: "plus",
    shortcut: "Ctrl+n",
    topic: "premier-appel",
    component: NewRequest,
    savedAnswer: newRequestWords.savedAnswer,
  },
  {
    address: HOME,
    title: todayWords.title,
    sign: "calendar",
    shortcut: null,
    topic: "aujourdhui",
    component: Today,
    savedAnswer: todayWords.savedAnswer,
  },
  {
    address: DOSSIERS,
    title: dossiersWords.title,
    sign: "folder",
    shortcut: null,
    topic: "dossiers",
    component: Dossiers,
    savedAnswer: dossiersWords.savedAnswer,
  },
  {
    address: "/simulateur",
    title: simulationWords.simulator,
    sign: "calculator",
    shortcut: null,
    topic: "simulation",
    component: Simulator,
    savedAnswer: simulationWords.simulatorSaved,
  },
  {
    address: "/seances",
    title: sessionsWords.title,
    sign: "people",
    shortcut: null,
    topic: "seances",
    component: Sessions,
    savedAnswer: sessionsWords.savedAnswer,
    uses: "committee",
  },
  {
    address: PARTNERS,
    title: partnersWords.title,
    sign: "bank",
    shortcut: null,
    topic: "partenaires",
    component: Partners,
    savedAnswer: partnersWords.savedAnswer,
  },
  {
    address: "/releve",
    title: bankWords.title,
    sign: "list",
    shortcut: null,
    topic: "releve",
    component: BankStatement,
    savedAnswer: bankWords.savedAnswer,
  },
  {
    address: "/remboursements",
    title: refundsWords.title,
    sign: "undo",
    shortcut: null,
    topic: "remboursements",
    component: Refunds,
    savedAnswer: refundsWords.savedAnswer,
    uses: "refunds",
  },
  {
    address: REPORT,
    title: reportWords.title,
    sign: "chart",
    shortcut: null,
    topic: "bilan",
    component: Report,
    savedAnswer: reportWords.savedAnswer,
  },
  {
    address: SETTINGS,
    title: settingsWords.title,
    sign: "settings",
    shortcut: null,
    topic: "reglages",
    component: Settings,
    savedAnswer: settingsWords.savedAnswer,
    isBelow: true,
  },
  {
    address: "/securite",
    title: safetyWords.title,
    sign: "shield",
    shortcut: null,
    topic: "securite",
    component: Safety,
    savedAnswer: safetyWords.savedAnswer,
    isBelow: true,
  },
  {
    address: HELP,
    title: helpWords.title,
    sign: "help",
    shortcut: null,
    topic: "accueil",
    component: Help,
    savedAnswer: helpWords.savedAnswer,
    isBelow: true,
  },
];

/** The screens no line of the rail leads to: another one has their link. */
export const beyond: readonly Screen[] = [
  {
    address: `${SETTINGS}/registre`,
    title: registerWords.title,
    sign: "list",
    shortcut: null,
    topic: "registre",
    component: Register,
    savedAnswer: registerWords.savedAnswer,
    takesFiles: true,
  },
];

/** The rooms of a dossier, in the order of its tabs. */
export const rooms: readonly RoomScreen[] = [
  { key: "person", path: "personne", topic: "personne", component: Person },
  { key: "project", path: "projet", topic: "projet", component: Project },
  { key: "budget", path: "budget", topic: "budget", component: Budget },
  { key: "simulation", path: "simulation", topic: "simulation", component: Simulation },
  { key: "attachments", path: "pieces", topic: "pieces", component: Attachments },
  { key: "assessment", path: "evaluation", topic: "evaluation", component: Assessment },
  { key: "decisions", path: "decisions", topic: "defendre", component: Decisions },
  { key: "loan", path: "pret", topic: "accord", component: Loan },
  { key: "follow_up", path: "suivi", topic: "difficultes", component: FollowUp },
  { key: "ending", path: "fin", topic: "fin", component: Ending },
  { key: "documents", path: "documents", topic: "documents", component: Documents },
  { key: "journal", path: "journal", topic: "journal", component: Journal },
];

/** The screens whose addresses go on. */
const goingOn = [REPORT, PARTNERS, SETTINGS, HELP];

export type Found =
  | { is: "screen"; screen: Screen }
  | { is: "room"; dossier: number; room: RoomScreen; component: typeof Dossier; savedAnswer: string }
  | { is: "together"; dossier: number; component: typeof Borrower };

/** What an address shows; an address nobody knows shows the day. */
export function screenAt(address: string): Found {
  const [, number, path] = /^\/dossiers\/(\d{1,15})(?:\/([a-z]+))?$/.exec(address) ?? [];
  if (number !== undefined && path === TOGETHER) {
    return { is: "together", dossier: Number(number), component: Borrower };
  }
  const room = rooms.find((one) => one.path === path) ?? rooms[0];
  if (number !== undefined && room) {
    const savedAnswer = dossierWords.savedAnswer;
    return { is: "room", dossier: Number(number), room, component: Dossier, savedAnswer };
  }
  const screen =
    beyond.find((one) => one.address === address) ??
    screens.find((one) => one.address === address) ??
    screens.find((one) => goingOn.includes(one.address) && address.startsWith(`${one.address}/`)) ??
    home();
  return { is: "screen", screen };
}

function home(): Screen {
  const screen = screens.find((one) => one.address === HOME);
  if (!screen) throw new Error("the list of screens lost its home");
  return screen;
}
