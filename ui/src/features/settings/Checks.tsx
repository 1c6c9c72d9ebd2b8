import type { Choice } from "../../ipc/types.ts";
import { Fieldset } from "../../parts/Fieldset.tsx";
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
    <Fieldset legend={legend} hint={hint} error={error}>
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
    </Fieldset>
  );
}
