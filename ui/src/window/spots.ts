// What « Aller à » may lead to besides the dossiers and the help, and how
// what is typed finds it.

import { type RoomOrTogether, roomFrom } from "../ipc/rooms.ts";
import type { Sign } from "../parts/Icon.tsx";

/** A line of « Aller à ». */
export interface Spot {
  key: string;
  group: string;
  sign: Sign;
  label: string;
  /** Said after the label, in lighter ink. */
  note?: string;
  /** Said at the end of the line. */
  end?: string;
  /** Other words it is found by. */
  also?: string;
  /** Whether it is a screen or a room: one goes there by its name. */
  isPlace?: boolean;
  /** Whether it is shown only to who looks for it: one of too many to list. */
  isSought?: boolean;
  run: () => void;
}

/** A text without accents nor capitals; as long as it was. */
export function folded(text: string): string {
  return [...text].map((sign) => sign.normalize("NFD")[0]?.toLowerCase() ?? "").join("");
}

/** Each word typed begins one of its words. */
export function answers(spot: Spot, typed: string): boolean {
  const known = folded(`${spot.label} ${spot.note ?? ""} ${spot.also ?? ""}`).split(/[^\p{L}\p{N}]+/u);
  const asked = folded(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return asked.every((word) => known.some((one) => one.startsWith(word)));
}

/** How many letters name a place; fewer may as well begin a person's name. */
const NAMED = 3;

/** « delmas budget »: whose room, and which, when the last word begins the name of one. */
export function roomAsked(typed: string): { whose: string; room: RoomOrTogether } | null {
  const [, whose, last] = /^(.*\S)\s+(\S+)$/u.exec(typed) ?? [];
  const room = last !== undefined && last.length >= NAMED ? roomFrom(folded(last)) : undefined;
  return whose !== undefined && room !== undefined ? { whose, room } : null;
}

/** What answers: the places whose name begins as typed, which come before the dossiers, and the others. */
export function ranked(spots: readonly Spot[], typed: string): [named: Spot[], others: Spot[]] {
  const found = spots.filter((spot) => answers(spot, typed));
  const begins = (spot: Spot) =>
    spot.isPlace === true && typed.length >= NAMED && folded(spot.label).startsWith(folded(typed));
  return [found.filter(begins), found.filter((spot) => !begins(spot))];
}

/** What comes before the first word typed, the letters typed, what comes after. */
export function marked(label: string, typed: string): [string, string, string] {
  const word = folded(typed.trim()).split(/\s/)[0] ?? "";
  const signs = [...label];
  const at = ` ${folded(label).replace(/[^\p{L}\p{N}]/gu, " ")}`.indexOf(` ${word}`);
  if (word === "" || at < 0) return [label, "", ""];
  const part = (from: number, to?: number) => signs.slice(from, to).join("");
  return [part(0, at), part(at, at + word.length), part(at + word.length)];
}

/** The name of a page by the title of the window there. */
export function pageName(title: string): string {
  return title.replace(/ [–·] Étrier$/, "");
}
