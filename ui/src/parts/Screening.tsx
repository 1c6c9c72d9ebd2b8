// The questions of the first call: those answered by yes, no or to be seen, and those that are typed.

import { useId } from "preact/hooks";
import { MoneyField, TextField } from "./TextField.tsx";
import * as words from "./words.ts";

export type Answers = Readonly<Record<string, string>>;

interface Question {
  key: string;
  label: string;
  /** Whether it is answered by yes, no or to be seen; typed otherwise. */
  choice: boolean;
  amount: boolean;
}

const options = [
  { key: "yes", label: words.yes },
  { key: "no", label: words.no },
  { key: "to_see", label: words.toSee },
];

export interface QuestionsProps {
  answers: Answers;
  onAnswer: (question: string, answer: string) => void;
}

interface ChosenProps extends QuestionsProps {
  sections: readonly { questions: readonly Question[] }[];
  label: string;
}

/** The answers that are given, an emptied one taken out. */
export function withAnswer(answers: Answers, question: string, answer: string): Record<string, string> {
  const { [question]: _, ...others } = answers;
  return answer === "" ? others : { ...others, [question]: answer };
}

/** The questions answered by a choice, in one table. */
export function ChosenQuestions({ sections, label, answers, onAnswer }: ChosenProps) {
  const chosen = sections.flatMap(({ questions }) => questions.filter(({ choice }) => choice));
  return (
    <table class="questions-grid" aria-label={label}>
      <tbody>
        {chosen.map((question) => (
          <Row key={question.key} question={question} answers={answers} onAnswer={onAnswer} />
        ))}
      </tbody>
    </table>
  );
}

interface ChoiceProps extends QuestionsProps {
  question: Question;
}

function Row({ question, answers, onAnswer }: ChoiceProps) {
  const id = useId();
  return (
    <tr>
      <th scope="row">
        <span id={id}>{question.label}</span>
      </th>
      <td>
        <Chosen id={id} question={question} answers={answers} onAnswer={onAnswer} />
      </td>
    </tr>
  );
}

/** A question answered by a choice, on a line of its own. */
export function YesNo({ question, answers, onAnswer }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <span id={id}>{question.label}</span>
      <Chosen id={id} question={question} answers={answers} onAnswer={onAnswer} />
    </div>
  );
}

function Chosen({ id, question, answers, onAnswer }: ChoiceProps & { id: string }) {
  return (
    <div class="segments" role="radiogroup" aria-labelledby={id}>
      {options.map((option) => (
        <label key={option.key}>
          <input
            type="radio"
            name={question.key}
            checked={answers[question.key] === option.key}
            onChange={() => onAnswer(question.key, option.key)}
          />{" "}
          {option.label}
        </label>
      ))}
    </div>
  );
}

interface TypedProps extends QuestionsProps {
  question: Question;
  class?: string;
  error: string | undefined;
}

/** A question that is typed: an amount, a number, words. */
export function QuestionField({ question, class: place = "half", answers, error, onAnswer }: TypedProps) {
  const Field = question.amount ? MoneyField : TextField;
  return (
    <Field
      class={place}
      label={question.label}
      name={question.key}
      value={(answers[question.key] ?? "").replace(question.amount ? /\s*€$/ : "", "")}
      error={error}
      onInput={(text) => onAnswer(question.key, text)}
    />
  );
}
