// The letters: whose text each has, what it says, its versions, the way back to the delivered one.

import { useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { LetterTextView, LetterVersion } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { usePlace } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { LetterEdit } from "./LetterEdit.tsx";
import type { How } from "./logic.ts";
import { Picker } from "./Picker.tsx";
import { History, Modify } from "./Versions.tsx";
import * as words from "./words.ts";

export function LettersSection() {
  const { value: list, failure } = useAnswer("letter_texts", {});
  const { kept, keep } = usePlace();
  const [chosen, choose] = useState(kept<string>("letter") ?? null);
  if (!list) return <Refused failure={failure} />;
  const shown = list.letters.find((line) => line.key === chosen) ?? list.letters[0];
  return (
    <div class="side">
      <Sheet title={words.section.letters} note={words.lettersNote}>
        <Picker
          label={words.section.letters}
          chosen={shown?.key ?? ""}
          onChoose={(key) => {
            keep("letter", key);
            choose(key);
          }}
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

/** What is open: a new version, or the correction of one. */
interface Opened {
  how: How;
  version: LetterVersion;
}

function Letter({ letter }: { letter: string }) {
  const { value: view, failure, set } = useAnswer("letter_text", { letter });
  const [opened, open] = useState<Opened | null>(null);
  const inForce = view?.versions.find((one) => one.version.state === "in_force") ?? view?.versions.at(-1);
  if (!view || !inForce) return <Refused failure={failure} />;
  return (
    <>
      <Sheet
        title={view.line.title}
        note={view.line.state}
        actions={
          opened === null && (
            <>
              <Restore letter={letter} view={view} onChanged={set} />
              <Modify label={words.modifyLetter} onClick={() => open({ how: "change", version: inForce })} />
            </>
          )
        }
      >
        {opened === null ? (
          <Text version={inForce} />
        ) : (
          <LetterEdit
            key={`${opened.how} ${opened.version.version.from.iso}`}
            letter={view}
            version={opened.version}
            how={opened.how}
            onChanged={set}
            onClose={() => open(null)}
          />
        )}
      </Sheet>
      <History
        title={words.letterVersions}
        versions={view.versions.map((one) => one.version)}
        onCorrect={(corrected) => {
          const version = view.versions.find((one) => one.version.from.iso === corrected.from.iso);
          if (version) open({ how: "correct", version });
        }}
      />
    </>
  );
}

/** A text as it is written, its fields between braces, what is stressed between stars as it will look. */
function Text({ version }: { version: LetterVersion }) {
  return (
    <div class="body letter">
      <p>
        <b>{words.about}</b> {version.about}
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
