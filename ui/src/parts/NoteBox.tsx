// The box that notes an exchange without leaving the page: its kind, its words, Ctrl Entrée.

import { Button } from "./Button.tsx";
import { Form, type Formed } from "./Form.tsx";
import * as words from "./room_words.ts";
import { Segmented } from "./Segmented.tsx";
import { TextField } from "./TextField.tsx";

interface Tied {
  name: string;
  value: string;
  error: string | null;
  onInput: (text: string) => void;
}

interface NoteBoxProps {
  form: Formed & { tie: (field: "kind" | "note") => Tied };
  kinds: readonly { key: string; label: string }[];
}

export function NoteBox({ form, kinds }: NoteBoxProps) {
  const { error, onInput, value } = form.tie("kind");
  return (
    <Form form={form} class="jot" label={words.noteExchange} data-contact quick>
      <Segmented
        legend={words.exchangeKind}
        class="kinds"
        options={[...kinds]}
        error={error}
        name="kind"
        value={value || (kinds[0]?.key ?? "")}
        onInput={onInput}
      />
      <div class="in">
        <TextField label={words.note} placeholder={words.notePlaceholder} {...form.tie("note")} />
        <Button submit disabled={form.busy}>
          {form.busy ? words.saving : words.note}
        </Button>
      </div>
    </Form>
  );
}

interface Kind {
  key: string;
  retired: boolean;
}

/** The kinds of exchange noted most often, by their short names, among those the office offers. */
export function kindsOffered(all: readonly Kind[]): { key: string; label: string }[] {
  return Object.entries(words.exchangeKinds)
    .filter(([key]) => all.some((one) => one.key === key && !one.retired))
    .map(([key, label]) => ({ key, label }));
}
