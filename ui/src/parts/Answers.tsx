import { Summary } from "./Summary.tsx";

interface AnswersProps {
  title: string;
  answers: readonly { question: string; answer: string }[];
}

/** What was answered, folded until it is asked for. */
export function Answers({ title, answers }: AnswersProps) {
  if (answers.length === 0) return null;
  return (
    <details class="more">
      <Summary>{title}</Summary>
      <dl class="told">
        {answers.map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
