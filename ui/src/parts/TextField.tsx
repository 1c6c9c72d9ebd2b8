import type { Ref } from "preact";
import { Field, type FieldProps, type FieldTies } from "./Field.tsx";
import { personal, useNames } from "./names.ts";
import * as words from "./words.ts";

export interface TextFieldProps extends FieldProps {
  /** The name by which a refusal points at this field. */
  name: string;
  value: string;
  onInput: (text: string) => void;
  onLeave?: (() => void) | undefined;
  type?: "text" | "tel" | "email" | "search" | "password";
  inputMode?: "text" | "decimal" | "numeric" | "tel" | "email";
  width?: string;
  autoComplete?: string;
  maxLength?: number;
  placeholder?: string;
  readOnly?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  /** What may be chosen instead of being typed. */
  suggestions?: readonly string[] | undefined;
  /** Gets the focus when the screen is reached. */
  arrival?: boolean;
}

export function TextField(props: TextFieldProps) {
  return (
    <Field {...props}>
      {(ties) => (
        <>
          <TextInput {...props} ties={ties} />
          {props.suggestions && props.suggestions.length > 0 && (
            <datalist id={`${ties.id}-list`}>
              {props.suggestions.map((text) => (
                <option key={text} value={text} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

function TextInput(props: TextFieldProps & { ties: FieldTies }) {
  const names = useNames();
  const type = names.areHidden && personal.has(props.name) ? "password" : (props.type ?? "text");
  return (
    <input
      {...props.ties}
      // The typings know one input element per type; here it comes from outside.
      type={type as "text"}
      ref={props.inputRef}
      name={props.name}
      class={props.width}
      value={props.value}
      maxLength={props.maxLength}
      placeholder={props.placeholder}
      readOnly={props.readOnly}
      list={props.suggestions?.length ? `${props.ties.id}-list` : undefined}
      data-arrival={props.arrival || undefined}
      inputMode={props.inputMode}
      autoComplete={props.autoComplete ?? "off"}
      spellcheck={false}
      onInput={(event) => props.onInput(event.currentTarget.value)}
      onBlur={props.onLeave}
    />
  );
}

interface MoneyFieldProps extends Omit<TextFieldProps, "inputMode" | "width"> {
  /** The unit where the amount is not for a month: « € / an ». */
  unit?: string | undefined;
}

/** Right-aligned, with its unit inside, or after it where the amount is not for a month. */
export function MoneyField({ unit, ...props }: MoneyFieldProps) {
  return (
    <Field {...props}>
      {(ties) => (
        <span class={unit ? "unit per" : "unit"}>
          <TextInput {...props} ties={ties} inputMode="decimal" width="money w-money" />
          <span>{unit ?? "€"}</span>
        </span>
      )}
    </Field>
  );
}

export function DateField(props: Omit<TextFieldProps, "inputMode" | "width">) {
  return <TextField placeholder={words.dateForm} {...props} inputMode="numeric" width="w-date" />;
}
