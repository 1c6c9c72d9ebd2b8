// What a bank asks of its own: questions beside its file, and where its own form goes.

import type { Form } from "../../ipc/form.ts";
import type { LendersView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Select } from "../../parts/Select.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { Fold } from "./Fold.tsx";
import { type AgreementForm, isAskedMore } from "./logic.ts";
import * as words from "./words.ts";

interface OwnQuestionsProps {
  form: Form<AgreementForm>;
  view: LendersView;
}

export function OwnQuestions({ form, view }: OwnQuestionsProps) {
  const { questions } = form.typed;
  type Question = (typeof questions)[number];
  const change = (at: number, part: Partial<Question>) =>
    form.put({ questions: questions.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  return (
    <Fold summary={words.ownQuestions} isStated={isAskedMore(form.typed)}>
      <div class="stack">
        {questions.map((question, at) => (
          <div class="row top" key={at}>
            <TextField
              label={words.ownQuestion}
              name={`questions.${at}.label`}
              error={form.errorOf(`questions.${at}.label`)}
              value={question.label}
              onInput={(label) => change(at, { label })}
            />
            <Select
              label={words.answerKind}
              name={`questions.${at}.kind`}
              options={view.answer_kinds}
              value={question.kind}
              onInput={(kind) => change(at, { kind })}
            />
            <label class="check">
              <input
                type="checkbox"
                name={`questions.${at}.required`}
                checked={question.required}
                onChange={(event) => change(at, { required: event.currentTarget.checked })}
              />
              <span>{words.bankInsists}</span>
            </label>
            <button
              type="button"
              class="button quiet"
              aria-label={words.removeQuestion(question.label)}
              onClick={() => form.put({ questions: questions.filter((_, place) => place !== at) })}
            >
              {words.remove}
            </button>
          </div>
        ))}
        <div>
          <Button
            small
            sign="plus"
            onClick={() =>
              form.put({ questions: [...questions, { key: "", label: "", kind: "text", required: false }] })
            }
          >
            {words.addQuestion}
          </Button>
        </div>
        <Select
          label={words.ownForm}
          blank={words.noOwnForm}
          options={view.own_form_places}
          {...form.tie("own_form")}
        />
      </div>
    </Fold>
  );
}
