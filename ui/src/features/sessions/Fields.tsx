// The day of a session, its hour, its place, who meets.

import { useEffect, useRef } from "preact/hooks";
import type { Choice, SessionFields } from "../../ipc/types.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface FieldsProps {
  typed: SessionFields;
  kinds: readonly Choice[];
  onInput: (typed: SessionFields) => void;
  errorOf: (field: keyof SessionFields) => string | null;
}

export function Fields({ typed, kinds, onInput, errorOf }: FieldsProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector("input")?.focus(), []);
  const tie = (field: "day" | "at" | "place") => ({
    name: field,
    value: typed[field],
    error: errorOf(field),
    onInput: (text: string) => onInput({ ...typed, [field]: text }),
  });
  return (
    <div class="form" ref={place}>
      <DateField label={words.day} {...tie("day")} />
      <TextField label={words.at} optional width="w-date" placeholder={words.hourForm} {...tie("at")} />
      <TextField label={words.place} optional {...tie("place")} />
      <Segmented
        legend={words.kind}
        name="kind"
        options={kinds}
        value={typed.kind}
        error={errorOf("kind")}
        onInput={(kind) => onInput({ ...typed, kind })}
      />
    </div>
  );
}
