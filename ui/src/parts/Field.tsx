// A label above, a hint and an error under: every field of every form.

import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Icon } from "./Icon.tsx";
import * as words from "./words.ts";

export interface FieldTies {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

export interface FieldProps {
  label: string;
  optional?: boolean | undefined;
  /** Said after the label: the form is refused without it. */
  required?: boolean | undefined;
  hint?: string | undefined;
  /** The hint follows what is typed: it is said as it changes. */
  live?: boolean | undefined;
  error?: string | null | undefined;
  class?: string | undefined;
}

export function Field(props: FieldProps & { children: (ties: FieldTies) => ComponentChildren }) {
  const id = useId();
  const { label, optional, required, hint, live, error } = props;
  const ties = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
  return (
    <div class={["field", props.class, error && "bad"].filter(Boolean).join(" ")}>
      <label for={id}>
        {label} {optional && <span class="optional">{words.optional}</span>}
        {required && <span class="required">{words.required}</span>}
      </label>
      {props.children({ id, "aria-describedby": ties, "aria-invalid": error ? true : undefined })}
      {error && <FieldError id={`${id}-error`} text={error} />}
      {(hint || live) && (
        <p class="hint" id={`${id}-hint`} role={live ? "status" : undefined}>
          {hint}
        </p>
      )}
    </div>
  );
}

export function FieldError({ id, text }: { id: string; text: string }) {
  return (
    <p class="refusal" id={id}>
      <Icon name="late" /> {text}
    </p>
  );
}
