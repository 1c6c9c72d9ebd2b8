// One field of a decision, by its shape; dates and amounts are read back as
// people write them on being left.

import { useState } from "preact/hooks";
import { asFailure, call } from "../../ipc/call.ts";
import { sentence } from "../../ipc/sentence.ts";
import type { FieldKind } from "../../ipc/types.ts";
import { Fieldset } from "../../parts/Fieldset.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { type Option, Select } from "../../parts/Select.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import type { FieldSpec } from "./logic.ts";

interface FieldProps {
  spec: FieldSpec;
  value: string;
  many: readonly string[];
  error: string | null;
  options: readonly Option[];
  /** What may be chosen instead of being typed. */
  suggestions?: readonly string[] | undefined;
  reading: FieldKind | null;
  onInput: (text: string) => void;
  onMany: (keys: string[]) => void;
}

export function DecisionField(props: FieldProps) {
  const { spec, value, error, options, reading, onInput } = props;
  /** What could not be read on leaving the field, until it is typed again. */
  const [unread, setUnread] = useState<string | null>(null);
  const typed = (text: string) => {
    setUnread(null);
    onInput(text);
  };
  const readBack = async () => {
    if (reading === null || value.trim() === "") return;
    try {
      const { text } = await call("read_field", { kind: reading, text: value });
      if (text !== value) onInput(text);
    } catch (reason) {
      setUnread(sentence(asFailure(reason)));
    }
  };
  const tie = {
    name: spec.name,
    label: spec.label,
    value,
    error: error ?? unread,
    onInput: typed,
    onLeave: () => void readBack(),
    ...(spec.size !== "wide" && { class: spec.size }),
    ...(spec.hint && { hint: spec.hint }),
    ...(spec.optional && { optional: true }),
  };
  switch (spec.shape) {
    case "choice":
      return <Select options={options} {...(spec.blank && { blank: spec.blank })} {...tie} />;
    case "segments":
      return (
        <Segmented
          class={spec.size}
          name={spec.name}
          legend={spec.label}
          options={options}
          value={value}
          error={error}
          onInput={onInput}
        />
      );
    case "many":
      return <Many {...props} />;
    case "amount":
      return <MoneyField {...tie} />;
    case "date":
    case "next_date":
      return <DateField {...tie} />;
    case "number":
    case "rate":
      return <TextField inputMode="decimal" width="w-two" {...tie} />;
    default:
      return <TextField suggestions={props.suggestions} {...tie} />;
  }
}

/** Several choices at once, all in view. */
function Many({ spec, many, error, options, onMany }: FieldProps) {
  return (
    <Fieldset legend={spec.label} hint={spec.hint} error={error}>
      <div class="checks">
        {options.map(({ key, label }, place) => (
          <label key={key} class="check">
            <input
              type="checkbox"
              name={place === 0 ? spec.name : undefined}
              checked={many.includes(key)}
              onChange={(event) =>
                onMany(event.currentTarget.checked ? [...many, key] : many.filter((one) => one !== key))
              }
            />{" "}
            {label}
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
