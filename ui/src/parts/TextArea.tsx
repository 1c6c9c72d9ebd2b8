// A field of several lines, as high as what it holds: a story, an opinion.

import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Field, type FieldProps } from "./Field.tsx";
import { useNames } from "./names.ts";

interface TextAreaProps extends FieldProps {
  /** The name by which a refusal points at this field. */
  name: string;
  value: string;
  onInput: (text: string) => void;
  onLeave?: (() => void) | undefined;
  /** Its lines when it holds little. */
  rows?: number;
  readOnly?: boolean;
}

export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      {(ties) => (
        <GrowingText
          {...ties}
          name={props.name}
          rows={props.rows ?? 3}
          value={props.value}
          readOnly={props.readOnly}
          onText={props.onInput}
          onBlur={props.onLeave}
        />
      )}
    </Field>
  );
}

/** Past these a long text scrolls in its own field. */
const MOST_ROWS = 14;

type GrowingProps = Omit<JSX.IntrinsicElements["textarea"], "onInput" | "rows" | "ref"> & {
  rows: number;
  onText: (text: string) => void;
};

/** The text alone, without label or hint; nothing of it hides behind a scroll until it is long. */
export function GrowingText({ rows, onText, ...props }: GrowingProps) {
  const shown = useRef<HTMLTextAreaElement>(null);
  const { areHidden } = useNames();
  useLayoutEffect(() => {
    const text = shown.current;
    if (!text) return;
    text.rows = rows;
    while (text.rows < MOST_ROWS && text.scrollHeight > text.clientHeight) text.rows += 1;
  }, [props.value, rows]);
  return (
    <textarea
      {...props}
      ref={shown}
      rows={rows}
      data-veiled={areHidden || undefined}
      spellcheck={false}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  );
}
