import { useId } from "preact/hooks";
import { Fieldset, type FieldsetProps } from "./Fieldset.tsx";
import type { Option } from "./Select.tsx";
import { useMadeChoice } from "./useMadeChoice.ts";

interface SegmentedProps extends FieldsetProps {
  options: readonly Option[];
  value: string;
  onInput: (key: string) => void;
  /** The name by which a refusal points at this field, where it is in a form. */
  name?: string;
}

/** Two to four short choices, all in view. */
export function Segmented({ options, value, onInput, name, ...props }: SegmentedProps) {
  const id = useId();
  return (
    <Fieldset {...props}>
      <div class="segments">
        {options.map((option) => (
          <label key={option.key}>
            <input
              type="radio"
              name={name ?? id}
              checked={option.key === value}
              onChange={() => onInput(option.key)}
            />{" "}
            {option.label}
          </label>
        ))}
      </div>
    </Fieldset>
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
