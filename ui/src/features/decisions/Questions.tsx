// What the lender's agreement asks of its own: one field a question, kept on leaving it.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { DecisionsView, LenderQuestion } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { RecordedSegmented } from "../../parts/Segmented.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface QuestionsProps {
  view: DecisionsView;
  onAnswered: (view: DecisionsView) => void;
}

export function Questions({ view, onAnswered }: QuestionsProps) {
  if (view.questions.length === 0) return null;
  return (
    <Sheet title={words.questions} note={words.questionsNote}>
      <div class="body">
        {view.questions.map((question) => (
          <Question
            key={`${question.lender}-${question.key}-${question.answer}`}
            dossier={view.dossier}
            question={question}
            onAnswered={onAnswered}
          />
        ))}
      </div>
    </Sheet>
  );
}

interface QuestionProps {
  dossier: number;
  question: LenderQuestion;
  onAnswered: (view: DecisionsView) => void;
}

function Question({ dossier, question, onAnswered }: QuestionProps) {
  const { lender, key, label, kind, required } = question;
  const [typed, type] = useState(question.answer);
  const keeping = useAction(async (answer: string) =>
    onAnswered(await call("answer_lender_question", { dossier, lender, question: key, answer })),
  );
  if (kind === "yes_no") {
    const options = [
      { key: "yes", label: words.yes },
      { key: "no", label: words.no },
    ];
    const value = { oui: "yes", non: "no" }[question.answer] ?? "";
    return (
      <div>
        <RecordedSegmented
          name={key}
          legend={label}
          options={options}
          value={value}
          onInput={(answer) => void keeping.run(answer)}
        />
        <Refused failure={keeping.failure} />
      </div>
    );
  }
  return (
    <TextField
      name={key}
      label={label}
      value={typed}
      error={keeping.failure?.message ?? null}
      {...(required && { hint: words.bankInsists })}
      optional={!required}
      onInput={type}
      onLeave={() => {
        if (typed !== question.answer) void keeping.run(typed);
      }}
    />
  );
}
