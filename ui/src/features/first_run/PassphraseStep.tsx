import { useEffect, useRef } from "preact/hooks";
import { useProposed, useWeighed } from "../../ipc/secrets.ts";
import { Button } from "../../parts/Button.tsx";
import { PassphraseFields, type TypedTwice, useChoosing } from "../../parts/NewPassphrase.tsx";
import { focusField } from "../../parts/place.ts";
import * as words from "./words.ts";

interface PassphraseStepProps {
  /** The phrase, twice, kept when the step is left. */
  typed: TypedTwice;
  onInput: (typed: Partial<TypedTwice>) => void;
  /** The names of the office, which are no secret. */
  names: readonly string[];
  /** What the creation refused. */
  error: string | undefined;
  onBack: () => void;
  onDone: () => void;
}

export function PassphraseStep({ typed, onInput, names, error, onBack, onDone }: PassphraseStepProps) {
  const place = useRef<HTMLFormElement>(null);
  const proposed = useProposed();
  const choosing = useChoosing(typed, useWeighed(typed.passphrase, names), error);
  useEffect(() => {
    focusField(place.current, "passphrase");
  }, []);
  const submit = (event: Event) => {
    event.preventDefault();
    if (choosing.isReady(place.current)) onDone();
  };
  return (
    <form ref={place} onSubmit={submit} noValidate>
      <h1>{words.passphraseTitle}</h1>
      <p class="soft">{words.passphraseIntro}</p>
      <PassphraseFields label={words.passphrase} proposed={proposed} choosing={choosing} onInput={onInput} />
      <div class="row gap end">
        <Button look="quiet" onClick={onBack}>
          {words.back}
        </Button>
        <Button submit look="main">
          {words.goOn}
        </Button>
      </div>
    </form>
  );
}
