// A text tried on a dossier the adviser chooses: as it would read today, with what it would lack.

import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import type { LetterTried, TriedParagraph, TypedLetter } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

/** As many letters as a search needs to be worth making. */
const FEWEST = 2;
/** As many dossiers as are offered at once. */
const OFFERED = 8;

interface Chosen {
  id: number;
  name: string;
  reference: string;
}

interface TrialProps {
  text: TypedLetter;
  /** Whether nothing is wrong in it. */
  isSound: boolean;
}

export function LetterTrial({ text, isSound }: TrialProps) {
  const [typed, setTyped] = useState("");
  const [chosen, choose] = useState<Chosen | null>(null);
  const names = useNames();
  return (
    <fieldset class="letter-trial">
      <legend>{words.tryLetter}</legend>
      <TextField
        label={words.tryOn}
        hint={words.tryOnHint}
        name="trial"
        type="search"
        width="w-name"
        value={typed}
        onInput={(next) => {
          setTyped(next);
          choose(null);
        }}
      />
      {chosen === null && typed.trim().length >= FEWEST && <Found typed={typed} onChoose={choose} />}
      {chosen && <p>{words.triedOn(names.of(chosen.name), chosen.reference)}</p>}
      {chosen && !isSound && <p class="hint">{words.tryOnceSound}</p>}
      {chosen && isSound && <Tried text={text} dossier={chosen.id} />}
    </fieldset>
  );
}

function Found({ typed, onChoose }: { typed: string; onChoose: (dossier: Chosen) => void }) {
  const { value: list } = useAnswer("dossiers", { search: typed, offset: 0 }, () => false);
  const names = useNames();
  if (!list) return null;
  const rows = list.rows.slice(0, OFFERED);
  if (rows.length === 0) return <p role="status">{words.tryNone}</p>;
  return (
    <ul class="inline" aria-label={words.tryFound}>
      {rows.map((row) => (
        <li key={row.id}>
          <Button small onClick={() => onChoose(row)}>
            {names.of(row.name)} <span class="soft">{row.reference}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Tried({ text, dossier }: { text: TypedLetter; dossier: number }) {
  const { value, failure } = useAnswer("try_letter_text", { text, dossier }, () => false);
  const { areHidden } = useNames();
  if (areHidden) return <p class="hint">{words.triedHidden}</p>;
  if (!value) return <Refused failure={failure} />;
  return (
    <section class="tried" aria-label={words.triedText}>
      <Lacks tried={value} />
      <p>
        <b>
          {words.about} <Sentence paragraph={value.about} />
        </b>
      </p>
      {value.paragraphs.map((paragraph, place) =>
        paragraph.table.length > 0 ? (
          <dl key={place}>
            {paragraph.table.map((line) => (
              <div key={line.label}>
                <dt>{line.label}</dt>
                <dd>{line.text}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <p key={place}>
            <Sentence paragraph={paragraph} />
          </p>
        ),
      )}
    </section>
  );
}

function Lacks({ tried }: { tried: LetterTried }) {
  return (
    <>
      {tried.waits && <p class="hint">{words.letterWaits(tried.waits)}</p>}
      {tried.missing.length > 0 && <p class="hint">{words.letterLacks(tried.missing)}</p>}
    </>
  );
}

function Sentence({ paragraph }: { paragraph: TriedParagraph }) {
  return (
    <>
      {paragraph.pieces.map((piece, place) => {
        const key = `${place} ${piece.text}`;
        if (piece.from === "missing") return <mark key={key}>{piece.text}</mark>;
        return <span key={key}>{piece.text}</span>;
      })}
    </>
  );
}
