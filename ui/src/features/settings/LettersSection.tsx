// The letters: whose text each has, what it says, its versions, the way back to the delivered one.

import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { LetterTextView, LetterVersion } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useOpened } from "../../parts/opened.ts";
import { usePlace } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { DatedHistory, DatedSheet, useDated } from "./DatedSheet.tsx";
import { LetterEdit } from "./LetterEdit.tsx";
import { CHARTER, letterForm, letterInput } from "./letters.ts";
import { Picker } from "./Picker.tsx";
import * as words from "./words.ts";

export function LettersSection() {
  const { value: list, failure } = useAnswer("letter_texts", {});
  const [chosen, choose] = useOpened<string | null>("letter", null);
  if (!list) return <Refused failure={failure} />;
  const shown = list.letters.find((line) => line.key === chosen) ?? list.letters[0];
  return (
    <div class="side">
      <Sheet title={words.section.letters} note={words.lettersNote}>
        <Picker
          label={words.section.letters}
          chosen={shown?.key ?? ""}
          onChoose={choose}
          items={list.letters.map((line) => ({
            key: line.key,
            label: line.title,
            note: words.letterLine(line.reader, line.state),
          }))}
        />
      </Sheet>
      <div class="stack">{shown && <Letter key={shown.key} letter={shown.key} />}</div>
    </div>
  );
}

function Letter({ letter }: { letter: string }) {
  const { value: view, failure, set } = useAnswer("letter_text", { letter });
  const dated = useDated(`letter ${letter}`, view?.versions);
  if (!view) return <Refused failure={failure} />;
  return (
    <>
      <DatedSheet
        title={view.line.title}
        note={view.line.state}
        modify={words.modifyLetter}
        actions={<Restore letter={letter} view={view} onChanged={set} />}
        dated={dated}
        formName={view.line.title}
        label={words.useLetter}
        recorded={letterForm}
        send={async (typed) => set(await call("set_letter_text", letterInput(letter, typed)))}
        says={(version) => <Text version={version} isCharter={letter === CHARTER} />}
      >
        {(form) => <LetterEdit letter={view} form={form} />}
      </DatedSheet>
      <DatedHistory title={words.letterVersions} dated={dated} />
    </>
  );
}

/** A text as it is written, its fields between braces, what is stressed between stars as it will look. */
function Text({ version, isCharter }: { version: LetterVersion; isCharter: boolean }) {
  return (
    <div class="body letter">
      <p>
        <b>{isCharter ? words.charterTitle : words.about}</b> {version.about}
      </p>
      {version.body.split("\n").map((line, place) => (
        <p key={`${place} ${line}`}>
          {line.split("**").map((part, at) => (at % 2 === 1 ? <b key={`${at} ${part}`}>{part}</b> : part))}
        </p>
      ))}
    </div>
  );
}

interface RestoreProps {
  letter: string;
  view: LetterTextView;
  onChanged: (view: LetterTextView) => void;
}

/** Back to the delivered text, in one action that « Annuler » takes back. */
function Restore({ letter, view, onChanged }: RestoreProps) {
  const { say } = usePlace();
  const action = useAction(async () => {
    onChanged(await call("restore_letter_text", { letter }));
    say(words.restored);
  });
  if (view.versions.every((one) => one.is_delivered || one.version.state === "past")) return null;
  return (
    <>
      <Refused failure={action.failure} />
      <Button small look="quiet" disabled={action.busy} onClick={() => void action.run()}>
        {words.restoreLetter}
      </Button>
    </>
  );
}
