// The questionnaire typed as it came, in the order of the paper; a blank stays blank.

import { useState } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { EndingView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface SurveyProps {
  view: EndingView;
  isOpen: boolean;
  onChanged: (view: EndingView) => void;
}

const blank = { answers: {} as Record<string, string>, may_be_quoted: false };

export function Survey({ view, isOpen, onChanged }: SurveyProps) {
  const [key, setKey] = useState(isOpen ? "end" : "request");
  const moment = view.survey.find((one) => one.key === key);
  const form = useForm({
    name: "survey",
    dossier: view.dossier,
    recorded: blank,
    send: async (typed) =>
      onChanged(await call("answer_survey", { dossier: view.dossier, moment: key, on: "", ...typed })),
    of: { moment: key },
  });
  const { answers, may_be_quoted: mayBeQuoted } = form.typed;
  if (!moment) return null;
  const said = moment.answered_on ? words.answeredOn(moment.answered_on) : words.notAnswered;
  return (
    <Sheet title={words.survey} note={said}>
      <details class="body more wrapping" open={isOpen && !moment.answered_on}>
        <Summary>{words.surveyOpen}</Summary>
        <p class="hint">{words.surveyNote}</p>
        <Segmented legend={words.moment} options={view.survey} value={key} onInput={setKey} />
        {moment.questions.map((question) => {
          const answer = answers[question.key] ?? question.answer;
          const put = (text: string) => form.put({ answers: { ...answers, [question.key]: text } });
          return question.choices.length > 0 ? (
            <Segmented
              key={question.key}
              legend={question.label}
              options={question.choices}
              value={answer}
              onInput={put}
            />
          ) : (
            <TextField
              key={question.key}
              label={question.label}
              optional
              name={question.key}
              value={answer}
              onInput={put}
            />
          );
        })}
        <div class="ticks">
          <label>
            <input
              type="checkbox"
              checked={mayBeQuoted}
              onChange={(event) => form.put({ may_be_quoted: event.currentTarget.checked })}
            />{" "}
            {words.mayQuote}
          </label>
        </div>
        <Button small disabled={form.busy} onClick={() => void form.run()}>
          {words.keepSurvey}
        </Button>
        <Refused failure={form.failure} />
      </details>
    </Sheet>
  );
}
