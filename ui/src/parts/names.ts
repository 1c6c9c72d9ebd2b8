// Names hidden at a keystroke: the one place that says what is shown instead.
// The choice is in memory only, and stays through the lock.

import { useEffect, useState } from "preact/hooks";

let hidden = false;
const listeners = new Set<() => void>();

export function turnNames(): void {
  hidden = !hidden;
  for (const listener of [...listeners]) listener();
}

export interface Names {
  areHidden: boolean;
  /** A person: « S. D. » when hidden. */
  of: (name: string) => string;
  /** A sentence that ends on a name, « Modification du téléphone, Sonia Delmas. »: without it. */
  ending: (sentence: string) => string;
  /** A sentence that begins with a name and a comma. */
  leading: (sentence: string) => string;
}

export function useNames(): Names {
  const [areHidden, show] = useState(hidden);
  useEffect(() => {
    const listen = () => show(hidden);
    listen();
    listeners.add(listen);
    return () => {
      listeners.delete(listen);
    };
  }, []);
  return areHidden
    ? { areHidden, of: initials, ending: withoutEnd, leading: withInitials }
    : { areHidden, of: same, ending: same, leading: same };
}

/** « Sonia Delmas-Roy » is « S. D.-R. »: particles and case do not matter. */
export function initials(name: string): string {
  return name.replace(/\p{L}[\p{L}\p{M}’']*/gu, (word) => `${word[0]?.toLocaleUpperCase("fr") ?? ""}.`);
}

export function withoutEnd(sentence: string): string {
  return sentence.replace(/, [^,]+$/, sentence.endsWith(".") ? "." : "");
}

export function withInitials(sentence: string): string {
  const comma = sentence.indexOf(",");
  return comma < 0 ? initials(sentence) : initials(sentence.slice(0, comma)) + sentence.slice(comma);
}

const HIDDEN_PHONE = "•• •• •• •• ••";

/** A sentence without the name and the telephone of the person while names are hidden. */
export function withoutName(text: string, of: { name: string; phone: string }, names: Names): string {
  if (!names.areHidden) return text;
  const unnamed = of.name ? text.replaceAll(of.name, names.of(of.name)) : text;
  return of.phone ? unnamed.replaceAll(of.phone, HIDDEN_PHONE) : unnamed;
}

function same(text: string): string {
  return text;
}

/** Whether what is looked for may be somebody's name: neither a telephone, nor a day, nor a reference. */
export function mayBeName(typed: string): boolean {
  return /\p{L}/u.test(typed) && !/\d/.test(typed);
}

/** Fields that say who someone is: dots while names are hidden. */
export const personal: ReadonlySet<string> = new Set([
  "last_name",
  "birth_name",
  "first_name",
  "birth_place",
  "born_on",
  "phone",
  "email",
  "address",
  "postal_code",
]);
