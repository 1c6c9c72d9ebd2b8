// One of the two secrets of a copy: the passphrase, or the code of the sheet.

import { useState } from "preact/hooks";
import { Button } from "./Button.tsx";
import { SecretField, ShowToggle } from "./SecretField.tsx";
import { TextField } from "./TextField.tsx";
import * as words from "./words.ts";

export interface Secret {
  passphrase: string;
  code: string;
}

interface SecretProps {
  value: Secret;
  onInput: (secret: Secret) => void;
  error: string | null;
  hint: string;
}

export function SecretOrCode({ value, onInput, error, hint }: SecretProps) {
  const [byCode, setByCode] = useState(false);
  const [isShown, show] = useState(false);
  return (
    <div>
      {byCode ? (
        <TextField
          name="code"
          label={words.recoveryCode}
          value={value.code}
          onInput={(code) => onInput({ passphrase: "", code })}
          width="monospace whole-code"
          error={error}
          hint={hint}
        />
      ) : (
        <>
          <SecretField
            name="passphrase"
            label={words.passphrase}
            value={value.passphrase}
            onInput={(passphrase) => onInput({ passphrase, code: "" })}
            isShown={isShown}
            autoComplete="current-password"
            error={error}
            hint={hint}
          />
          <ShowToggle isShown={isShown} onInput={show} />
        </>
      )}
      <Button
        small
        look="quiet"
        flush
        onClick={() => {
          onInput({ passphrase: "", code: "" });
          setByCode(!byCode);
        }}
      >
        {byCode ? words.withPassphrase : words.withCode}
      </Button>
    </div>
  );
}
