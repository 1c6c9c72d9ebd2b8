// Writing the text of a letter: where a field goes, what a proposal mends, the form of a version.

import type { Input } from "../../ipc/kinds.ts";
import type { LetterFieldView, LetterMend, LetterVersion, TypedLetter } from "../../ipc/types.ts";
import { type Dating, datingOf, type How, versionOf } from "./logic.ts";

/** The one text that is no letter. */
export const CHARTER = "support_charter";

export type LetterForm = Pick<TypedLetter, "about" | "body"> & Dating;

export function letterForm(version: LetterVersion, how: How): LetterForm {
  return { about: version.about, body: version.body, ...datingOf(version.version, how) };
}

export function letterInput(letter: string, form: LetterForm): Input<"set_letter_text"> {
  return { version: versionOf(form), text: { letter, about: form.about, body: form.body } };
}

export interface Inserted {
  text: string;
  /** Where the caret stands after it. */
  caret: number;
}

/** What a click on a field writes: the field, or a part that is written only when it is known. */
export function braced(field: Pick<LetterFieldView, "name" | "is_table">, onlyIfKnown: boolean): string {
  const named = `{${field.name}}`;
  return onlyIfKnown ? `{si ${field.name}}${named}{fin si}` : named;
}

/** Words put in the place of what is selected; a table has its line to itself. */
export function inserted(text: string, from: number, to: number, words: string, isTable: boolean): Inserted {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const opens = isTable && before !== "" && !before.endsWith("\n") ? "\n" : "";
  const closes = isTable && after !== "" && !after.startsWith("\n") ? "\n" : "";
  return { text: before + opens + words + closes + after, caret: from + opens.length + words.length };
}

/** The text once a proposal is taken. */
export function mended(text: string, mend: LetterMend): Inserted {
  return inserted(text, mend.start, mend.end, mend.text, false);
}
