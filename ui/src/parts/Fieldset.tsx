import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { FieldError } from "./Field.tsx";

export interface FieldsetProps {
  legend: string;
  hint?: string | undefined;
  /** The refusal of the choices as a whole. */
  error?: string | null | undefined;
  class?: string | undefined;
}

/** Choices under one legend, with the hint and the refusal of the whole. */
export function Fieldset(props: FieldsetProps & { children: ComponentChildren }) {
  const id = useId();
  const { legend, hint, error } = props;
  const ties = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset class={props.class} aria-describedby={ties} aria-invalid={error ? true : undefined}>
      <legend>{legend}</legend>
      {props.children}
      {error && <FieldError id={`${id}-error`} text={error} />}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
