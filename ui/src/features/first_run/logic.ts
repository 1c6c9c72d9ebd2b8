// What is left to do before an office can be opened, and the words that complete themselves.

import * as words from "./words.ts";

/** As many invented people as a first look needs, always the same ones on a day. */
export const DEMO = { dossiers: 60, seed: 1 } as const;

/** After how many letters a word is known among the six. */
const KNOWN_BY = 4;

/** What is typed, its last word completed once its first letters are those of the word of that place. The letters and
 * the space of a word that completed itself may be typed all the same: they add nothing. */
export function completed(typed: string, before: string, proposed: string): string {
  if (typed.length <= before.length) return typed;
  const expected = proposed.split(" ");
  const all = typed.split(" ");
  const place = all.length - 1;
  const last = all[place] ?? "";
  const word = expected[place] ?? "";
  const rest = (at: number) => (expected[at] ?? "").slice(KNOWN_BY);
  const past = last.slice(word.length);
  if (place === expected.length - 1 && last.startsWith(word) && rest(place).includes(past)) return proposed;
  // The space that follows a word, or the end of that word that was taken for the next one.
  const spaced = all[place - 1] ?? "";
  if (last === "" && spaced !== expected[place - 1] && rest(place - 2).includes(spaced)) {
    return `${all.slice(0, -2).join(" ")} `;
  }
  if (place > 0 && last !== "" && !word.startsWith(last) && rest(place - 1).includes(last)) {
    return `${all.slice(0, -1).join(" ")} `;
  }
  if (last.length !== KNOWN_BY || !word.startsWith(last)) return typed;
  return `${[...all.slice(0, -1), word].join(" ")}${place === expected.length - 1 ? "" : " "}`;
}

/** How many of the six words are not retyped yet, in their order. */
export function wordsLeft(retyped: string, proposed: string): number {
  const typed = retyped.trim().toLowerCase().split(/\s+/);
  const wrong = proposed.split(" ").findIndex((word, place) => typed[place] !== word);
  return wrong === -1 ? 0 : proposed.split(" ").length - wrong;
}

interface Filled {
  name: string;
  advisor: string;
  retyped: string;
  proposed: string;
  /** Of a phrase of one's own; absent when the six words are taken. */
  own: { isStrong: boolean; isChosen: boolean } | null;
  groups: readonly { right: string | null }[];
  asked: readonly number[];
}

/** One thing left, and its field. */
export interface Left {
  what: string;
  field: string;
}

export function leftToDo({ name, advisor, retyped, proposed, own, groups, asked }: Filled): Left[] {
  const left: Left[] = [];
  const need = (isMissing: boolean, what: string, field: string) => isMissing && left.push({ what, field });
  need(name.trim() === "", words.nameLeft, "name");
  need(advisor.trim() === "", words.advisorLeft, "advisor");
  if (own) {
    need(!own.isStrong, words.phraseLeft, "passphrase");
    need(own.isStrong && !own.isChosen, words.againLeft, "again");
  } else {
    const count = wordsLeft(retyped, proposed);
    need(count > 0, words.wordsLeft(count), "retyped");
  }
  asked.forEach((number, index) => {
    need(!groups[index]?.right, words.groupLeft(number), `retyped_${index + 1}`);
  });
  return left;
}
