// A field of several lines: a story, an opinion.

import { Field, type FieldProps } from "./Field.tsx";

interface TextAreaProps extends FieldProps {
  /** The name by which a refusal points at this field. */
  name: string;
  value: string;
  onInput: (text: string) => void;
  onLeave?: (() => void) | undefined;
  rows?: number;
  readOnly?: boolean;
}

export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      {(ties) => (
        <textarea
          {...ties}
          name={props.name}
          rows={props.rows ?? 3}
          value={props.value}
          readOnly={props.readOnly}
          spellcheck={false}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onBlur={props.onLeave}
        />
      )}
    </Field>
  );
}
