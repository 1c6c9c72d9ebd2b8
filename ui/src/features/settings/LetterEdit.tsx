// The text of a letter being written: its fields a click away, what is wrong told while typing.

import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import type { Form } from "../../ipc/form.ts";
import type { LetterFieldView, LetterProblem, LetterTextView, LetterTopicFields } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { TextArea } from "../../parts/TextArea.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { LetterTrial } from "./LetterTrial.tsx";
import { braced, CHARTER, type Inserted, inserted, type LetterForm, mended } from "./letters.ts";
import * as words from "./words.ts";

/** The two texts of a letter. */
type Side = "about" | "body";

export function LetterEdit({ letter, form }: { letter: LetterTextView; form: Form<LetterForm> }) {
  const key = letter.line.key;
  const isCharter = key === CHARTER;
  const { about, body } = form.typed;
  const { value: check } = useAnswer("check_letter_text", { letter: key, about, body }, () => false);
  const [side, setSide] = useState<Side>("body");
  const moveTo = useCaret(form.place);
  const write = (at: Side, next: Inserted) => {
    form.put({ [at]: next.text });
    moveTo(at, next.caret, next.caret);
  };
  const insert = (field: LetterFieldView, onlyIfKnown: boolean) => {
    const text = textOf(form.place, side);
    const end = form.typed[side].length;
    const from = text?.selectionStart ?? end;
    const to = text?.selectionEnd ?? end;
    write(side, inserted(form.typed[side], from, to, braced(field, onlyIfKnown), field.is_table));
  };
  const problems = check?.problems ?? [];
  return (
    <>
      <div
        class="letter-texts"
        onFocusIn={(event) => {
          const { name } = event.target as HTMLInputElement;
          if (name === "about" || name === "body") setSide(name);
        }}
      >
        <TextField
          label={isCharter ? words.charterAbout : words.letterAbout}
          hint={isCharter ? undefined : words.letterAboutHint}
          {...form.tie("about")}
        />
        <TextArea
          label={words.letterBody}
          hint={isCharter ? words.charterBodyHint : words.letterBodyHint}
          rows={10}
          {...form.tie("body")}
        />
      </div>
      <Problems
        problems={problems}
        onMend={(problem) => {
          const at = sideOf(problem);
          if (problem.mend) write(at, mended(form.typed[at], problem.mend));
        }}
        onShow={(problem) => moveTo(sideOf(problem), problem.start, problem.end)}
      />
      <Fields topics={letter.fields} onInsert={insert} />
      <LetterTrial text={{ letter: key, about, body }} isSound={check !== null && problems.length === 0} />
    </>
  );
}

function sideOf(problem: LetterProblem): Side {
  return problem.field === "about" ? "about" : "body";
}

function textOf(place: RefObject<HTMLFormElement | null>, side: Side) {
  return place.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${side}"]`) ?? null;
}

/** Puts the caret somewhere once what was written is shown. */
function useCaret(place: RefObject<HTMLFormElement | null>) {
  const wanted = useRef<{ side: Side; from: number; to: number } | null>(null);
  const [, again] = useState(0);
  useLayoutEffect(() => {
    const at = wanted.current;
    wanted.current = null;
    const text = at && textOf(place, at.side);
    if (!text) return;
    text.focus();
    text.setSelectionRange(at.from, at.to);
  });
  return (side: Side, from: number, to: number) => {
    wanted.current = { side, from, to };
    again((turn) => turn + 1);
  };
}

interface ProblemsProps {
  problems: readonly LetterProblem[];
  onMend: (problem: LetterProblem) => void;
  onShow: (problem: LetterProblem) => void;
}

/** What is wrong, said as it is typed, each with what mends it. */
function Problems({ problems, onMend, onShow }: ProblemsProps) {
  return (
    <div class="problems">
      <p class="hint" role="status">
        {problems.length === 0 ? words.noProblem : words.problems(problems.length)}
      </p>
      {problems.length > 0 && (
        <ul aria-label={words.problems(problems.length)}>
          {problems.map((problem) => (
            <li key={`${problem.field} ${problem.start} ${problem.message}`}>
              <span class="refusal">
                <b>{problem.field === "about" ? words.inAbout : words.inLine(problem.line)}</b>{" "}
                {problem.message}
              </span>{" "}
              <Button small look="quiet" onClick={() => onShow(problem)}>
                {words.showProblem}
              </Button>
              {problem.mend && (
                <Button small onClick={() => onMend(problem)}>
                  {problem.mend.label}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface FieldsProps {
  topics: readonly LetterTopicFields[];
  onInsert: (field: LetterFieldView, onlyIfKnown: boolean) => void;
}

/** The fields, topic by topic: a click writes one at the caret. */
function Fields({ topics, onInsert }: FieldsProps) {
  const [onlyIfKnown, setOnly] = useState(false);
  return (
    <fieldset class="insert">
      <legend>{words.insertField}</legend>
      <label class="check">
        <input
          type="checkbox"
          checked={onlyIfKnown}
          onChange={(event) => setOnly(event.currentTarget.checked)}
        />
        {words.onlyIfKnown}
      </label>
      {topics.map((topic) => (
        <details key={topic.label}>
          <Summary>{topic.label}</Summary>
          <ul class="inline">
            {topic.fields.map((field) => (
              <li key={field.name}>
                <button
                  type="button"
                  class="button small"
                  title={words.fieldSays(field.about, field.example)}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onInsert(field, onlyIfKnown)}
                >
                  {field.name}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </fieldset>
  );
}
