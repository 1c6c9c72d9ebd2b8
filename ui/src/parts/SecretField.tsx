// A passphrase: hidden unless asked, and the Caps Lock key told.

import type { Ref } from "preact";
import { useState } from "preact/hooks";
import { Field } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import * as words from "./words.ts";

interface SecretProps {
  name: string;
  label: string;
  value: string;
  onInput: (text: string) => void;
  isShown: boolean;
  autoComplete: "current-password" | "new-password";
  error?: string | null;
  hint?: string;
  readOnly?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

export function SecretField(props: SecretProps) {
  const [isCapital, setCapital] = useState(false);
  const watch = (event: KeyboardEvent | MouseEvent) => setCapital(event.getModifierState("CapsLock"));
  return (
    <Field label={props.label} error={props.error} hint={props.hint}>
      {(ties) => (
        <>
          <input
            {...ties}
            ref={props.inputRef}
            name={props.name}
            type={(props.isShown ? "text" : "password") as "text"}
            value={props.value}
            autoComplete={props.autoComplete}
            spellcheck={false}
            readOnly={props.readOnly}
            onInput={(event) => props.onInput(event.currentTarget.value)}
            onKeyDown={watch}
            onKeyUp={watch}
            onMouseDown={watch}
            onBlur={() => setCapital(false)}
          />
          <p class="caps-lock" role="status">
            {isCapital && (
              <span class="state due">
                <Icon name="due" /> {words.capsLock}
              </span>
            )}
          </p>
        </>
      )}
    </Field>
  );
}

export function ShowToggle({ isShown, onInput }: { isShown: boolean; onInput: (shown: boolean) => void }) {
  return (
    <label class="check small-gap">
      <input type="checkbox" checked={isShown} onChange={(event) => onInput(event.currentTarget.checked)} />{" "}
      {words.showWhatIType}
    </label>
  );
}
