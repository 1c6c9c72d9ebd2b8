// Who sent the person, and the one nobody wrote down yet, added without leaving the form.

import { useRef, useState } from "preact/hooks";
import { Button } from "./Button.tsx";
import type { FieldProps } from "./Field.tsx";
import { type Refusal, Refused } from "./Notice.tsx";
import { focusField } from "./place.ts";
import { type Option, Select } from "./Select.tsx";
import { TextField } from "./TextField.tsx";
import { useUnsaved } from "./unsaved.ts";
import * as words from "./words.ts";

interface Known {
  options: readonly Option[];
  /** What a referrer may be. */
  kinds: readonly Option[];
  adding: {
    /** Gives the key of the one added; nothing when it was refused. */
    run: (structure: string, kind: string) => Promise<string | null | undefined>;
    busy: boolean;
    failure: (Refusal & { field: string | null }) | null;
    clear: () => void;
  };
}

interface ReferrerFieldProps extends FieldProps {
  known: Known;
  /** The line for « nobody sent them ». */
  blank: string;
  name: string;
  value: string;
  onInput: (referrer: string) => void;
  onLeave?: (() => void) | undefined;
}

export function ReferrerField({ known, class: place, ...field }: ReferrerFieldProps) {
  const here = useRef<HTMLDivElement>(null);
  const [isAdding, setAdding] = useState(false);
  const close = () => {
    known.adding.clear();
    setAdding(false);
    focusField(here.current, field.name);
  };
  const add = async (structure: string, kind: string) => {
    const added = await known.adding.run(structure, kind);
    if (added === undefined) return;
    if (added !== null) field.onInput(added);
    field.onLeave?.();
    close();
  };
  return (
    <div class={place} ref={here}>
      <Select {...field} options={known.options} />
      {isAdding ? (
        <NewReferrer kinds={known.kinds} adding={known.adding} onAdd={add} onClose={close} />
      ) : (
        <Button small look="quiet" flush sign="plus" onClick={() => setAdding(true)}>
          {words.addReferrer}
        </Button>
      )}
    </div>
  );
}

interface NewReferrerProps extends Pick<Known, "kinds" | "adding"> {
  onAdd: (structure: string, kind: string) => void;
  onClose: () => void;
}

/** What a referrer cannot do without; the rest is told among the partners. No form of its own: it stands in one. */
function NewReferrer({ kinds, adding: { busy, failure }, onAdd, onClose }: NewReferrerProps) {
  const [structure, setStructure] = useState("");
  const [kind, setKind] = useState("");
  useUnsaved({ isUnsaved: structure.trim() !== "", send: null });
  const errorOf = (field: string) => (failure?.field === field ? failure.message : null);
  const isOfField = errorOf("structure") ?? errorOf("kind");
  return (
    <fieldset
      class="adding"
      onKeyDown={(event) => {
        const isButton = event.target instanceof HTMLButtonElement;
        if (event.key === "Escape") onClose();
        else if (event.key === "Enter" && !isButton) onAdd(structure, kind);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <legend class="heard">{words.addReferrer}</legend>
      <div class="form">
        <TextField
          label={words.structure}
          name="structure"
          value={structure}
          onInput={setStructure}
          error={errorOf("structure")}
          inputRef={focused}
        />
        <Select
          label={words.structureKind}
          name="kind"
          value={kind}
          options={kinds}
          blank={words.chooseKind}
          onInput={setKind}
          error={errorOf("kind")}
        />
        <div class="actions">
          <Button small look="main" disabled={busy} onClick={() => onAdd(structure, kind)}>
            {words.addIt}
          </Button>
          <Button small look="quiet" onClick={onClose}>
            {words.giveUpAdding}
          </Button>
        </div>
      </div>
      {!isOfField && <Refused failure={failure} />}
    </fieldset>
  );
}

/** The field is reached as soon as it is there. */
function focused(field: HTMLInputElement | null): void {
  field?.focus();
}
