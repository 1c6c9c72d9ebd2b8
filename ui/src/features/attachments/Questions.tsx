import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { CheckQuestion } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { RecordedSegmented } from "../../parts/Segmented.tsx";
import * as words from "./words.ts";

interface QuestionsProps {
  dossier: number;
  questions: readonly CheckQuestion[];
  onAnswered: () => void;
}

/** The answers that tell whether a paper is asked for. */
export function Questions({ dossier, questions, onAnswered }: QuestionsProps) {
  const answering = useAction(async ({ fact, of }: CheckQuestion, answer: string) => {
    await call("answer_fact", { dossier, fact, of, answer });
    onAnswered();
  });
  return (
    <>
      <p class="small">
        <b>{words.toKnow}</b>
      </p>
      {questions.map((question) => (
        <RecordedSegmented
          key={`${question.fact} ${question.of}`}
          name={`${question.fact} ${question.of}`}
          legend={question.label}
          options={question.options}
          value={question.answer}
          onInput={(key) => void answering.run(question, key)}
        />
      ))}
      <Refused failure={answering.failure} />
    </>
  );
}
