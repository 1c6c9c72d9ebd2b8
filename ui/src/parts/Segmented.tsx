import { useId } from "preact/hooks";
import type { Option } from "./Select.tsx";
import { useMadeChoice } from "./useMadeChoice.ts";

interface SegmentedProps {
  legend: string;
  options: readonly Option[];
  value: string;
  onInput: (key: string) => void;
  hint?: string;
  class?: string;
  /** The name by which a refusal points at this field, where it is in a form. */
  name?: string;
}

/** Two to four short choices, all in view. */
export function Segmented({ legend, options, value, onInput, hint, ...props }: SegmentedProps) {
  const id = useId();
  return (
    <fieldset class={props.class} aria-describedby={hint && `${id}-hint`}>
      <legend>{legend}</legend>
      <div class="seg">
        {options.map((option) => (
          <label key={option.key}>
            <input
              type="radio"
              name={props.name ?? id}
              checked={option.key === value}
              onChange={() => onInput(option.key)}
            />{" "}
            {option.label}
          </label>
        ))}
      </div>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}

/** The same, each choice recorded by itself: the arrows pass over one without making it. */
export function RecordedSegmented(props: SegmentedProps) {
  const { value, onInput, around } = useMadeChoice(props.value, props.onInput);
  return (
    <div {...around}>
      <Segmented {...props} value={value} onInput={onInput} />
    </div>
  );
}
