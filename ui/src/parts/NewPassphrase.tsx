// A passphrase chosen: six words proposed, or one's own, typed twice unless it is shown, weighed as it is typed.

import { useRef, useState } from "preact/hooks";
import { Button } from "./Button.tsx";
import { focusField } from "./place.ts";
import { SecretField, ShowToggle } from "./SecretField.tsx";
import * as words from "./words.ts";

export interface TypedTwice {
  passphrase: string;
  again: string;
}

interface Weight {
  enough: boolean;
  strength: number;
  text: string;
}

export interface Choosing {
  typed: TypedTwice;
  weight: Weight | null;
  isShown: boolean;
  show: (shown: boolean) => void;
  /** One verdict: the refusal at the field, else the weight under it. */
  refused: string | null;
  differs: string | null;
  /** Whether it may be sent; if not, the focus goes to what it lacks. */
  isReady: (within: ParentNode | null) => boolean;
}

export function useChoosing(
  typed: TypedTwice,
  weight: Weight | null,
  error: string | null | undefined,
): Choosing {
  const [isShown, show] = useState(false);
  const [tried, setTried] = useState(false);
  const isTheSame = isShown || typed.again === typed.passphrase;
  const tooWeak = tried && weight?.enough === false ? weight.text || words.passphraseMissing : null;
  return {
    typed,
    weight,
    isShown,
    show,
    refused: tooWeak ?? error ?? null,
    differs: tried && weight?.enough && !isTheSame ? words.notTheSame : null,
    isReady: (within) => {
      setTried(true);
      if (weight?.enough && isTheSame) return true;
      focusField(within, weight?.enough ? "again" : "passphrase");
      return false;
    },
  };
}

interface Proposed {
  /** Six words; empty until they are drawn. */
  words: string;
  draw: () => void;
}

interface FieldsProps {
  label: string;
  proposed: Proposed;
  choosing: Choosing;
  onInput: (typed: Partial<TypedTwice>) => void;
}

export function PassphraseFields({ label, proposed, choosing, onInput }: FieldsProps) {
  const { typed, weight, isShown, refused } = choosing;
  const place = useRef<HTMLDivElement>(null);
  const take = () => {
    onInput({ passphrase: proposed.words, again: "" });
    setTimeout(() => focusField(place.current, isShown ? "passphrase" : "again"));
  };
  return (
    <div class="narrow" ref={place}>
      {/* Its place is there before the words are drawn: nothing moves under a click. */}
      <div class="gap-under">
        <p>{words.proposed}</p>
        <p role="status">
          <b class="monospace">{proposed.words || "\u00a0"}</b>
        </p>
        <div class="row small-gap">
          <Button small onClick={take} disabled={proposed.words === ""}>
            {words.takeWords}
          </Button>
          <Button small look="quiet" onClick={proposed.draw}>
            {words.otherWords}
          </Button>
        </div>
      </div>
      <SecretField
        name="passphrase"
        label={label}
        hint={words.passphraseHint}
        value={typed.passphrase}
        onInput={(passphrase) => onInput({ passphrase })}
        isShown={isShown}
        autoComplete="new-password"
        error={refused}
      />
      <Strength weight={typed.passphrase === "" ? null : weight} isSaid={refused !== null} />
      {!isShown && (
        <SecretField
          name="again"
          label={words.again}
          value={typed.again}
          onInput={(again) => onInput({ again })}
          isShown={false}
          autoComplete="new-password"
          error={choosing.differs}
        />
      )}
      <ShowToggle isShown={isShown} onInput={choosing.show} />
    </div>
  );
}

function Strength({ weight, isSaid }: { weight: Weight | null; isSaid: boolean }) {
  return (
    <div class="strength">
      <meter
        aria-label={words.strength}
        min={0}
        max={4}
        low={2}
        high={3}
        optimum={4}
        value={weight?.strength ?? 0}
      />
      <p class="hint" role="status">
        {!isSaid && weight?.text}
      </p>
    </div>
  );
}
