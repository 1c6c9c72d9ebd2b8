// The fields of the person and of the request, saved one by one on being left.

import { type Fields as SavedFields, useSavedFields } from "../../ipc/fields.ts";
import { momentText } from "../../parts/moment.ts";
import { useUnsaved } from "../../parts/unsaved.ts";
import { readingOf } from "./logic.ts";

export interface Fields<F> extends Omit<SavedFields<F>, "keptAt" | "typed"> {
  /** When a draft was kept, in words, if one was found. */
  found: string | null;
}

export function useFields<F extends object>(
  dossier: number,
  form: string,
  saved: F,
  save: (field: keyof F & string, value: string) => Promise<void>,
): Fields<F> {
  const fields = useSavedFields<F>({ dossier, form, saved, readings: readingOf, save });
  useUnsaved(fields.typed);
  return { ...fields, found: fields.keptAt === null ? null : momentText(fields.keptAt) };
}
