// The grid of a call, when the person is called back, or as it should have been noted.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { CallNoted, DossierView, ScreeningGrid } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { ChosenQuestions, QuestionField, withAnswer } from "../../parts/Screening.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

const blank = {
  answers: {} as Record<string, string>,
  minutes: "",
  note: "",
  outcome: "",
  next_date: "",
  appointment_on: "",
  appointment_at: "",
  appointment_place: "",
  reason: "",
};

/** A redirection is decided in its own room, where the solutions are. */
const ELSEWHERE = "other_solution";

interface CallFormProps {
  dossier: number;
  grid: ScreeningGrid;
  /** The call that is corrected; a new one is noted when absent. */
  corrected: CallNoted | null;
  onDone: (view: DossierView) => void;
  onClose: () => void;
}

export function CallForm({ dossier, grid, corrected, onDone, onClose }: CallFormProps) {
  const form = useForm({
    name: "screening",
    dossier,
    recorded: corrected ? { ...blank, answers: corrected.answers, minutes: corrected.minutes } : blank,
    send: async ({ answers, minutes, reason, next_date, ...after }) => {
      onDone(
        corrected
          ? await call("correct_screening", { dossier, fact: corrected.fact, answers, minutes, reason })
          : await call("note_screening", {
              dossier,
              on: "",
              next_date,
              form: { ...after, answers, minutes, reason: "", told: [], solutions: [] },
            }),
      );
    },
    of: { fact: corrected?.fact ?? null },
  });
  const { answers, outcome } = form.typed;
  const answer = (question: string, text: string) =>
    form.put((typed) => ({ answers: withAnswer(typed.answers, question, text) }));
  const typed = grid.sections.flatMap(({ questions }) => questions.filter(({ choice }) => !choice));
  const label = corrected ? words.correctCall : words.noteCall;
  return (
    <AddingForm label={label} form={form} actions={words.callActions} wide onClose={onClose}>
      <p class="hint">{words.callHint}</p>
      <ChosenQuestions sections={grid.sections} label={label} answers={answers} onAnswer={answer} />
      {typed.map((question) => (
        <QuestionField
          key={question.key}
          question={question}
          answers={answers}
          error={form.errorOf(question.key) ?? undefined}
          onAnswer={answer}
        />
      ))}
      <TextField class="half" label={words.callMinutes} optional width="w-money" {...form.tie("minutes")} />
      {corrected ? (
        <TextField label={words.correctionReason} hint={words.correctionHint} {...form.tie("reason")} />
      ) : (
        <>
          <TextField label={words.callNote} optional {...form.tie("note")} />
          <Segmented
            legend={words.callOutcome}
            name="outcome"
            options={grid.outcomes.filter(({ key }) => key !== ELSEWHERE)}
            value={outcome}
            onInput={(key) => form.put({ outcome: key === outcome ? "" : key })}
          />
          {outcome === "call_back" && (
            <DateField class="half" label={words.callBack} {...form.tie("next_date", "next_date")} />
          )}
          {outcome === "appointment" && (
            <>
              <DateField
                class="half"
                label={words.appointmentOn}
                {...form.tie("appointment_on", "next_date")}
              />
              <TextField class="half" label={words.appointmentAt} optional {...form.tie("appointment_at")} />
              <TextField label={words.placeOrNumber} optional {...form.tie("appointment_place")} />
            </>
          )}
        </>
      )}
    </AddingForm>
  );
}
