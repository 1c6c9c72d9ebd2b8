import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { lastWins } from "../../ipc/latest.ts";
import type { Weighed } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { focusField } from "../../parts/place.ts";
import { SecretField, ShowToggle } from "../../parts/SecretField.tsx";
import { words } from "./words.ts";

interface PassphraseStepProps {
  passphrase: string;
  onInput: (passphrase: string) => void;
  /** The phrase a second time, kept when the step is left. */
  again: string;
  onAgain: (again: string) => void;
  /** What the creation refused. */
  error: string | undefined;
  onBack: () => void;
  onDone: () => void;
}

export function PassphraseStep(props: PassphraseStepProps) {
  const { passphrase, onInput, again, onAgain, error, onBack, onDone } = props;
  const [isShown, show] = useState(false);
  const [tried, setTried] = useState(false);
  const place = useRef<HTMLFormElement>(null);
  const weighed = useWeighed(passphrase);
  const isTheSame = isShown || again === passphrase;
  const tooWeak = tried && weighed?.enough === false ? weighed.text || words.passphraseMissing : null;
  // One verdict: the refusal at the field, else the weight under it.
  const refused = tooWeak ?? error ?? null;

  useEffect(() => {
    focusField(place.current, "passphrase");
  }, []);

  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!weighed?.enough) focusField(place.current, "passphrase");
    else if (!isTheSame) focusField(place.current, "again");
    else onDone();
  };

  return (
    <form ref={place} onSubmit={submit} noValidate>
      <h1>{words.passphraseTitle}</h1>
      <p class="soft">{words.passphraseIntro}</p>
      <div class="narrow">
        <SecretField
          name="passphrase"
          label={words.passphrase}
          hint={words.passphraseHint}
          value={passphrase}
          onInput={onInput}
          isShown={isShown}
          autoComplete="new-password"
          error={refused}
        />
        <Strength weighed={passphrase === "" ? null : weighed} isSaid={refused !== null} />
        {!isShown && (
          <SecretField
            name="again"
            label={words.again}
            value={again}
            onInput={onAgain}
            isShown={false}
            autoComplete="new-password"
            error={tried && weighed?.enough && !isTheSame ? words.notTheSame : null}
          />
        )}
        <ShowToggle isShown={isShown} onInput={show} />
      </div>
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

function Strength({ weighed, isSaid }: { weighed: Weighed | null; isSaid: boolean }) {
  return (
    <div class="strength">
      <meter
        aria-label={words.strength}
        min={0}
        max={4}
        low={2}
        high={3}
        optimum={4}
        value={weighed?.strength ?? 0}
      />
      <p class="hint" role="status">
        {!isSaid && weighed?.text}
      </p>
    </div>
  );
}

/** Weighed while typing; only the last answer counts. */
function useWeighed(passphrase: string): Weighed | null {
  const [weighed, setWeighed] = useState<Weighed | null>(null);
  const asker = useMemo(
    () =>
      lastWins(
        (typed: string) => call("weigh_passphrase", { passphrase: typed }),
        setWeighed,
        () => setWeighed(null),
        80,
      ),
    [],
  );
  useEffect(() => {
    if (passphrase !== "") asker.ask(passphrase);
    else setWeighed({ enough: false, strength: 0, text: "" });
    return asker.stop;
  }, [passphrase, asker]);
  return weighed;
}
