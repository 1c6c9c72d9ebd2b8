// The addresses of the bilan: a period, then what is shown of it.

import type { Input } from "../../ipc/kinds.ts";
import type { ReportView, RowView, TableView } from "../../ipc/types.ts";

export type Asked = Input<"report">;
export type Days = Pick<Asked, "year" | "from" | "to">;

/** Beside the period: who reads it, what it is compared with, which dossiers are counted. */
export interface Options {
  reading: NonNullable<Input<"bilan">["reading"]>;
  against: NonNullable<Asked["against"]>;
  narrowed: NonNullable<Asked["narrowed"]>;
}

/** A number: an indicator, or the cell of a table. */
export interface NumberKey {
  of: string;
  row?: string;
  column?: string;
}

export type Shown = { is: "bilan"; number: NumberKey | null } | { is: "numbers" } | { is: "paper" };

export interface Place {
  /** The period and its options, as they stand in addresses; empty for the usual year. */
  period: string;
  shown: Shown;
}

const ROOT = "/bilan";
const PAPER = "papier";
const NUMBER = "nombre";
const NUMBERS = "nombres";

export function placeAt(address: string): Place {
  const [, , period = "", kind, ...rest] = address.split("/").map(decoded);
  if (kind === PAPER) return { period, shown: { is: "paper" } };
  if (kind === NUMBERS) return { period, shown: { is: "numbers" } };
  const [of, row, column] = rest;
  if (kind !== NUMBER || of === undefined) return { period, shown: { is: "bilan", number: null } };
  const number = row !== undefined && column !== undefined ? { of, row, column } : { of };
  return { period, shown: { is: "bilan", number } };
}

export function addressOf(period: string): string {
  return `${ROOT}/${encodeURIComponent(period)}`;
}

export function addressOfNumbers(period: string): string {
  return `${addressOf(period)}/${NUMBERS}`;
}

export function addressOfPaper(period: string): string {
  return `${addressOf(period)}/${PAPER}`;
}

export function addressOfNumber(period: string, { of, row, column }: NumberKey): string {
  const parts = row !== undefined && column !== undefined ? [of, row, column] : [of];
  return [addressOf(period), NUMBER, ...parts.map(encodeURIComponent)].join("/");
}

/** The days of an address as the desk reads them; unknown ones are the usual year. */
export function daysOf(key: string): Days {
  const period = key.split(MARK)[0] ?? "";
  if (/^\d{4}$/.test(period)) return { year: period, from: "", to: "" };
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})$/.exec(period) ?? [];
  return from !== undefined && to !== undefined ? { year: "", from, to } : { year: "", from: "", to: "" };
}

/** The part of the dossiers a bilan counts, to ask for it again. */
export function partOf({ period, choices }: ReportView): Days & Pick<Options, "narrowed"> {
  return { ...daysOf(period.key), narrowed: choices.narrowed };
}

/** What a bilan was asked, to ask for it again. */
export function askedOf(view: ReportView): Days & Omit<Options, "reading"> {
  return { ...partOf(view), against: view.choices.against };
}

/** What is asked for at an address. */
export function askedAt(key: string): Asked {
  const { against, narrowed } = optionsOf(key);
  return { ...daysOf(key), against, narrowed };
}

export const everyDossier: Options["narrowed"] = { lender: "", product: "", purpose: "", referrer: "" };

/** The options of an address; those it does not name are the usual ones. */
export function optionsOf(key: string): Options {
  const options: Options = { reading: "board", against: "year_before", narrowed: { ...everyDossier } };
  for (const part of key.split(MARK).slice(1)) {
    const at = part.indexOf("=");
    const name = part.slice(0, at);
    if (part === JUST_BEFORE) options.against = "just_before";
    else if (part === PUBLIC) options.reading = "public";
    else if (isNarrowing(name)) options.narrowed[name] = part.slice(at + 1);
  }
  return options;
}

/** The period of a view with options, as it stands in addresses. */
export function keyOf(period: string, { reading, against, narrowed }: Options): string {
  const named = Object.entries(narrowed).filter(([, value]) => value !== "");
  const parts = named.map(([name, value]) => `${name}=${value}`);
  const marks = [
    ...(against === "just_before" ? [JUST_BEFORE] : []),
    ...(reading === "public" ? [PUBLIC] : []),
  ];
  return [period, ...marks, ...parts].join(MARK);
}

const MARK = "~";
const JUST_BEFORE = "juste-avant";
const PUBLIC = "publication";

function isNarrowing(name: string): name is keyof Options["narrowed"] {
  return name in everyDossier;
}

/** The bars a table has, in their order, each kind once. */
export function barsOf(table: TableView): RowView["bars"][number]["kind"][] {
  return [...new Set(table.rows.flatMap((row) => row.bars.map(({ kind }) => kind)))];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
