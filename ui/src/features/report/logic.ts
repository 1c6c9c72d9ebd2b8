// The addresses of the bilan: a period, then what is shown of it.

import type { Input } from "../../ipc/kinds.ts";
import type { RowView, TableView } from "../../ipc/types.ts";

export type Period = Input<"report">;

/** A number: an indicator, or the cell of a table. */
export interface NumberKey {
  of: string;
  row?: string;
  column?: string;
}

export type Shown = { is: "numbers" } | { is: "paper" } | { is: "dossiers"; number: NumberKey };

export interface Place {
  /** As it stands in addresses; empty for the usual year. */
  period: string;
  shown: Shown;
}

const ROOT = "/bilan";
const PAPER = "papier";
const NUMBER = "nombre";

export function placeAt(address: string): Place {
  const [, , period = "", kind, ...rest] = address.split("/").map(decoded);
  if (kind === PAPER) return { period, shown: { is: "paper" } };
  const [of, row, column] = rest;
  if (kind !== NUMBER || of === undefined) return { period, shown: { is: "numbers" } };
  const number = row !== undefined && column !== undefined ? { of, row, column } : { of };
  return { period, shown: { is: "dossiers", number } };
}

export function addressOf(period: string): string {
  return `${ROOT}/${encodeURIComponent(period)}`;
}

export function addressOfPaper(period: string): string {
  return `${addressOf(period)}/${PAPER}`;
}

export function addressOfNumber(period: string, { of, row, column }: NumberKey): string {
  const parts = row !== undefined && column !== undefined ? [of, row, column] : [of];
  return [addressOf(period), NUMBER, ...parts.map(encodeURIComponent)].join("/");
}

/** The period of an address as the desk reads it; an unknown one is the usual year. */
export function periodOf(key: string): Period {
  if (/^\d{4}$/.test(key)) return { year: key, from: "", to: "" };
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})$/.exec(key) ?? [];
  return from !== undefined && to !== undefined ? { year: "", from, to } : { year: "", from: "", to: "" };
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
