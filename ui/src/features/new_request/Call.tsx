// The grid of the call: what is asked, what it comes to, what is told, what to bring.

import { useId } from "preact/hooks";
import type { ScreeningGrid, ScreeningQuestion } from "../../ipc/types.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { MoneyField, TextField } from "../../parts/TextField.tsx";
import { toggled, withAnswer } from "./logic.ts";
import { type Request, tie } from "./useRequest.ts";
import * as words from "./words.ts";

const answers = [
  { key: "yes", label: words.yes },
  { key: "no", label: words.no },
  { key: "to_see", label: words.toSee },
];

interface CallProps {
  request: Request;
  grid: ScreeningGrid | null;
}

/** What is asked during the call; folded questions are those that are typed. */
export function Grid({ request, grid }: CallProps) {
  if (grid === null) return null;
  const chosen = grid.sections.flatMap(({ questions }) => questions.filter(({ choice }) => choice));
  const typed = grid.sections.filter(({ questions }) => questions.some(({ choice }) => !choice));
  const isSaid = Object.keys(request.form.screening.answers).length > 0;
  return (
    <>
      <Sheet title={words.call} note={words.callNote(chosen.length)}>
        <div class="body">
          <details class="say">
            <Summary>{words.opening}</Summary>
            <p>{grid.opening}</p>
            <p>{grid.explanation}</p>
          </details>
        </div>
        <table class="grid-q" aria-label={words.call}>
          <tbody>
            {chosen.map((question) => (
              <Asked key={question.key} request={request} question={question} />
            ))}
          </tbody>
        </table>
        {typed.map((section) => (
          <details class="body more" key={section.label}>
            <Summary>{section.label}</Summary>
            <div class="form">
              {section.questions.map((question) => (
                <Typed key={question.key} request={request} question={question} />
              ))}
              <TextField
                class="h"
                label={words.minutes}
                optional
                width="w-money"
                {...tie(request, "minutes")}
              />
              <TextField label={words.note} optional {...tie(request, "note")} />
            </div>
          </details>
        ))}
      </Sheet>
      {isSaid && (
        <div role="status">
          <Notice tone={grid.stops ? "due" : "ok"} title={grid.sentence} />
        </div>
      )}
    </>
  );
}

interface QuestionProps {
  request: Request;
  question: ScreeningQuestion;
}

function Asked({ request, question }: QuestionProps) {
  const id = useId();
  const { answers: given } = request.form.screening;
  const answer = (key: string) =>
    request.putCall({ answers: withAnswer(given, question.key, key) }, question.key);
  return (
    <tr>
      <th scope="row">
        <span id={id}>{question.label}</span>
        {question.help && <span class="sub block">{question.help}</span>}
      </th>
      <td>
        <div class="seg" role="radiogroup" aria-labelledby={id}>
          {answers.map((option) => (
            <label key={option.key}>
              <input
                type="radio"
                name={question.key}
                checked={given[question.key] === option.key}
                onChange={() => answer(option.key)}
              />{" "}
              {option.label}
            </label>
          ))}
        </div>
      </td>
    </tr>
  );
}

function Typed({ request, question }: QuestionProps) {
  const { answers: given } = request.form.screening;
  const Field = question.amount ? MoneyField : TextField;
  return (
    <Field
      class="h"
      label={question.label}
      hint={question.help || undefined}
      optional
      name={question.key}
      value={given[question.key] ?? ""}
      error={request.errors[question.key]}
      onInput={(text) => request.putCall({ answers: withAnswer(given, question.key, text) }, question.key)}
    />
  );
}

/** What the person now knows, ticked as it is said. */
export function Told({ request, grid }: CallProps) {
  if (grid === null) return null;
  const { told } = request.form.screening;
  return (
    <Sheet title={words.told} note={words.toldNote}>
      <div class="body ticks">
        {grid.told.map((one) => (
          <label key={one.key}>
            <input
              type="checkbox"
              checked={told.includes(one.key)}
              onChange={(event) =>
                request.putCall({ told: toggled(told, one.key, event.currentTarget.checked) }, "told")
              }
            />{" "}
            {one.label}
          </label>
        ))}
      </div>
    </Sheet>
  );
}

/** The papers of the first appointment, to be read out; the list prints once the request is recorded. */
export function ToBring({ grid }: { grid: ScreeningGrid | null }) {
  if (grid === null || grid.to_bring.length === 0) return null;
  return (
    <Sheet title={words.toBring} note={words.toBringNote(grid.to_bring_count)}>
      <div class="body">
        <ul class="lst two">
          {grid.to_bring.map((paper) => (
            <li key={paper}>{paper}</li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}
