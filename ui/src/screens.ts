// THE list of screens: address, title, component. Adding one is a feature
// folder and its line here.

import type { ComponentType } from "preact";
import { Assessment } from "./features/assessment/Screen.tsx";
import { Attachments } from "./features/attachments/Screen.tsx";
import { Borrower } from "./features/borrower/Screen.tsx";
import { Budget } from "./features/budget/Screen.tsx";
import { Decisions } from "./features/decisions/Screen.tsx";
import { Documents } from "./features/documents/Screen.tsx";
import type { RoomScreen } from "./features/dossier/logic.ts";
import { Dossier } from "./features/dossier/Screen.tsx";
import { Dossiers } from "./features/dossiers/Screen.tsx";
import { Journal } from "./features/journal/Screen.tsx";
import { Loan } from "./features/loan/Screen.tsx";
import { NewRequest } from "./features/new_request/Screen.tsx";
import { Overview } from "./features/overview/Screen.tsx";
import { Person } from "./features/person/Screen.tsx";
import { Project } from "./features/project/Screen.tsx";
import { Simulation } from "./features/simulation/Screen.tsx";
import { Simulator } from "./features/simulation/Simulator.tsx";
import { Statements } from "./features/statements/Screen.tsx";
import { Today } from "./features/today/Screen.tsx";
import { pathOfRoom, roomAt } from "./ipc/rooms.ts";
import type { UsesFields } from "./ipc/types.ts";
import type { Sign } from "./parts/Icon.tsx";
import { seldom } from "./scripts.ts";
import { HOME } from "./window/trail.ts";
import * as words from "./words.ts";

export interface Screen {
  address: string;
  /** Its name in the rail. */
  title: string;
  sign: Sign;
  /** The key that leads there. */
  shortcut: string | null;
  component: ComponentType<{ title: string }>;
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
  /** What is done to dossiers from there shows there: one stays, to take it back. */
  doesToDossiers?: true;
}

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
    ...words.newRequest,
    sign: "plus",
    shortcut: "Ctrl+n",
    topic: "premier-appel",
    component: NewRequest,
  },
  {
    address: HOME,
    ...words.today,
    sign: "calendar",
    shortcut: null,
    topic: "aujourdhui",
    component: Today,
    doesToDossiers: true,
  },
  {
    address: DOSSIERS,
    ...words.dossiers,
    sign: "folder",
    shortcut: null,
    topic: "dossiers",
    component: Dossiers,
  },
  {
    address: "/simulateur",
    ...words.simulator,
    sign: "calculator",
    shortcut: null,
    topic: "simulation",
    component: Simulator,
  },
  {
    address: "/seances",
    ...words.sessions,
    sign: "people",
    shortcut: null,
    topic: "seances",
    component: seldom.screen((all) => all.Sessions),
    doesToDossiers: true,
    uses: "committee",
  },
  {
    address: PARTNERS,
    ...words.partners,
    sign: "bank",
    shortcut: null,
    topic: "partenaires",
    component: seldom.screen((all) => all.Partners),
  },
  {
    address: "/releve",
    ...words.bankStatement,
    sign: "list",
    shortcut: null,
    topic: "releve",
    component: seldom.screen((all) => all.BankStatement),
    doesToDossiers: true,
  },
  {
    address: "/remboursements",
    ...words.refunds,
    sign: "undo",
    shortcut: null,
    topic: "remboursements",
    component: seldom.screen((all) => all.Refunds),
    doesToDossiers: true,
    uses: "refunds",
  },
  {
    address: REPORT,
    ...words.report,
    sign: "chart",
    shortcut: null,
    topic: "bilan",
    component: seldom.screen((all) => all.Report),
  },
  {
    address: SETTINGS,
    ...words.settings,
    sign: "settings",
    shortcut: null,
    topic: "reglages",
    component: seldom.screen((all) => all.Settings),
    isBelow: true,
  },
  {
    address: "/securite",
    ...words.safety,
    sign: "shield",
    shortcut: null,
    topic: "securite",
    component: seldom.screen((all) => all.Safety),
    isBelow: true,
  },
  {
    address: HELP,
    ...words.help,
    sign: "help",
    shortcut: null,
    topic: "accueil",
    component: seldom.screen((all) => all.Help),
    isBelow: true,
  },
];

/** The screens no line of the rail leads to: another one has their link. */
export const beyond: readonly Screen[] = [
  {
    address: `${SETTINGS}/registre`,
    ...words.register,
    sign: "list",
    shortcut: null,
    topic: "registre",
    component: seldom.screen((all) => all.Register),
    takesFiles: true,
  },
];

/** The rooms of a dossier, in the order of its tabs and of their views. */
export const rooms: readonly RoomScreen[] = [
  { key: "overview", topic: "dossiers", component: Overview },
  { key: "journal", topic: "journal", component: Journal },
  { key: "person", topic: "personne", component: Person },
  { key: "project", topic: "projet", component: Project },
  { key: "budget", topic: "budget", component: Budget },
  { key: "simulation", topic: "simulation", component: Simulation },
  { key: "statements", topic: "budget", component: Statements },
  { key: "attachments", topic: "pieces", component: Attachments },
  { key: "documents", topic: "documents", component: Documents },
  { key: "assessment", topic: "evaluation", component: Assessment },
  { key: "decisions", topic: "defendre", component: Decisions },
  { key: "loan", topic: "accord", component: Loan },
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
  if (number !== undefined && path === pathOfRoom("together")) {
    return { is: "together", dossier: Number(number), component: Borrower };
  }
  const room = rooms.find(({ key }) => key === roomAt(path)) ?? rooms[0];
  if (number !== undefined && room) {
    const savedAnswer = words.roomSaved;
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
