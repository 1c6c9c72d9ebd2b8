// The grid of the call: what is asked, what it comes to, what is told, what to bring.

import type { ScreeningGrid } from "../../ipc/types.ts";
import { Notice } from "../../parts/Notice.tsx";
import { ChosenQuestions, TypedQuestion, withAnswer } from "../../parts/Screening.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { toggled } from "./logic.ts";
import { type Request, tie } from "./useRequest.ts";
import * as words from "./words.ts";

interface CallProps {
  request: Request;
  grid: ScreeningGrid | null;
}

/** What is asked during the call; folded questions are those that are typed. */
export function Grid({ request, grid }: CallProps) {
  if (grid === null) return null;
  const chosen = grid.sections.flatMap(({ questions }) => questions.filter(({ choice }) => choice));
  const typed = grid.sections.filter(({ questions }) => questions.some(({ choice }) => !choice));
  const { answers: given } = request.typed;
  const answer = (question: string, text: string) =>
    request.put({ answers: withAnswer(given, question, text) });
  const isSaid = Object.keys(given).length > 0;
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
        <ChosenQuestions sections={grid.sections} label={words.call} answers={given} onAnswer={answer} />
        {typed.map((section) => (
          <details class="body more" key={section.label}>
            <Summary>{section.label}</Summary>
            <div class="form">
              {section.questions.map((question) => (
                <TypedQuestion
                  key={question.key}
                  question={question}
                  answers={given}
                  error={request.errorOf(question.key) ?? undefined}
                  onAnswer={answer}
                />
              ))}
              <TextField
                class="half"
                label={words.callMinutes}
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

/** What the person now knows, ticked as it is said. */
export function Told({ request, grid }: CallProps) {
  if (grid === null) return null;
  const { told } = request.typed;
  return (
    <Sheet title={words.told} note={words.toldNote}>
      <div class="body ticks">
        {grid.told.map((one) => (
          <label key={one.key}>
            <input
              type="checkbox"
              checked={told.includes(one.key)}
              onChange={(event) => request.put({ told: toggled(told, one.key, event.currentTarget.checked) })}
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
        <ul class="listed two">
          {grid.to_bring.map((paper) => (
            <li key={paper}>{paper}</li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}
