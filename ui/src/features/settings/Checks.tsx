import type { Choice } from "../../ipc/types.ts";
import { FieldError } from "../../parts/Field.tsx";
import { toggled } from "./logic.ts";

interface ChecksProps {
  legend: string;
  name: string;
  options: readonly Choice[];
  chosen: readonly string[];
  hint?: string;
  error: string | null;
  onChange: (chosen: string[]) => void;
}

/** Several of a few choices. */
export function Checks({ legend, name, options, chosen, hint, error, onChange }: ChecksProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="checks">
        {options.map((option) => (
          <label class="check" key={option.key}>
            <input
              type="checkbox"
              name={name}
              checked={chosen.includes(option.key)}
              onChange={() => onChange(toggled(chosen, option.key))}
            />
            {option.label}
          </label>
        ))}
      </div>
      {error && <FieldError id={`${name}-error`} text={error} />}
      {hint && <p class="hint">{hint}</p>}
    </fieldset>
  );
}
