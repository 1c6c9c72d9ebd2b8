import { useEffect, useRef, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { asFailure, call } from "../../ipc/call.ts";
import { useProposed, useWeighed } from "../../ipc/secrets.ts";
import type { Failure, Opened } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Alone } from "../../parts/Card.tsx";
import { PassphraseFields, useChoosing } from "../../parts/NewPassphrase.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField } from "../../parts/place.ts";
import * as words from "./words.ts";

interface AfterCodeProps {
  opened: Opened;
  onOpened: (opened: Opened) => void;
}

/** The recovery code opened the office: another passphrase at once, then another code. */
export function AfterCode({ opened, onOpened }: AfterCodeProps) {
  const place = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState({ passphrase: "", again: "" });
  const [refused, setRefused] = useState<Failure | null>(null);
  const atField = refused?.field === "passphrase" ? refused.message : null;
  const proposed = useProposed();
  const choosing = useChoosing(typed, useWeighed(typed.passphrase), atField);
  const goOn = (told: string) => onOpened({ ...opened, told: [...opened.told, told] });
  const change = useAction(async () => {
    setRefused(null);
    try {
      await call("change_passphrase", { current: "", passphrase: typed.passphrase });
      goOn(words.chosen);
    } catch (reason) {
      setRefused(asFailure(reason));
    }
  });
  useEffect(() => {
    focusField(place.current, "passphrase");
  }, []);
  return (
    <Alone>
      <h1>{words.chooseTitle}</h1>
      <p class="soft">{words.chooseIntro}</p>
      <form
        ref={place}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (choosing.isReady(place.current)) change.run();
        }}
      >
        <PassphraseFields
          label={words.newPassphrase}
          proposed={proposed}
          choosing={choosing}
          onInput={(change) => {
            setRefused(null);
            setTyped((all) => ({ ...all, ...change }));
          }}
        />
        <Refused failure={atField === null ? refused : null} />
        <div class="row gap end">
          <Button look="quiet" onClick={() => goOn(words.notChosen)} disabled={change.busy}>
            {words.later}
          </Button>
          <Button submit look="main" disabled={change.busy}>
            {change.busy ? words.choosing : words.choose}
          </Button>
        </div>
      </form>
    </Alone>
  );
}
