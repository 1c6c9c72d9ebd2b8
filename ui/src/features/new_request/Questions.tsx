// The seven questions of a call, each a line of fields; an eighth for what was begun elsewhere.

import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { Choices, ScreeningGrid } from "../../ipc/types.ts";
import { QuestionField, withAnswer, YesNo } from "../../parts/Screening.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import { Known } from "./Known.tsx";
import { isCalled } from "./logic.ts";
import { TakenOver } from "./TakenOver.tsx";
import { type Request, tie } from "./useRequest.ts";
import * as words from "./words.ts";

interface PartProps {
  request: Request;
  grid: ScreeningGrid | null;
}

interface QuestionsProps extends PartProps {
  choices: Choices | null;
  /** Whether it was received another day, or begun elsewhere. */
  hasOther: boolean;
}

export function Questions({ request, grid, choices, hasOther }: QuestionsProps) {
  return (
    <ol class="sheet ask">
      <Line title={words.who}>
        <TextField label={words.name} required {...tie(request, "last_name")} arrival />
        <TextField label={words.firstName} {...tie(request, "first_name")} />
        <TextField label={words.phone} inputMode="tel" width="w-tel" {...tie(request, "phone")} />
        <Known request={request} />
      </Line>
      <Line title={words.sentBy}>
        <Sender request={request} grid={grid} />
      </Line>
      <Purpose request={request} grid={grid} choices={choices} />
      <Line title={words.household}>
        <Segmented
          legend={words.adultsLegend}
          name="adults"
          options={words.adults}
          value={request.typed.adults}
          onInput={(adults) => request.put({ adults: adults === request.typed.adults ? "" : adults })}
        />
        <TextField label={words.children} placeholder={words.agesForm} {...tie(request, "children")} />
        <p class="hint" role="status">
          {grid?.people}
        </p>
      </Line>
      {grid?.sections.map((section) => (
        <Section key={section.key} section={section} request={request} />
      ))}
      <After request={request} grid={grid} choices={choices} />
      {hasOther && (
        <Line title={words.elsewhere} note={words.elsewhereNote}>
          <TakenOver request={request} />
        </Line>
      )}
    </ol>
  );
}

interface LineProps {
  title: string;
  note?: string | undefined;
  children: ComponentChildren;
}

/** A question, numbered by its place, and its fields. */
function Line({ title, note, children }: LineProps) {
  const id = useId();
  return (
    <li>
      <h2 id={id}>
        {title}
        {note && <small>{note}</small>}
      </h2>
      {/* biome-ignore lint/a11y/useSemanticElements: its heading is the name of the group, beside it */}
      <div class="row" role="group" aria-labelledby={id}>
        {children}
      </div>
    </li>
  );
}

function Sender({ request, grid }: PartProps) {
  const mayAnswer = grid?.sender.may_answer ?? false;
  return (
    <>
      <TextField
        class="grow"
        label={words.sender}
        suggestions={grid?.sender.known}
        hint={grid?.sender.note || undefined}
        {...tie(request, "sent_by")}
      />
      {mayAnswer && (
        <label class="check">
          <input
            type="checkbox"
            checked={request.typed.may_answer}
            onChange={(event) => request.put({ may_answer: event.currentTarget.checked })}
          />{" "}
          {words.mayAnswer}
        </label>
      )}
    </>
  );
}

function Purpose({ request, grid, choices }: Omit<QuestionsProps, "hasOther">) {
  const excluded = (grid?.excluded ?? []).map((one) => ({ ...one, group: words.excluded }));
  return (
    <Line title={words.project}>
      <Select
        label={words.purpose}
        options={[...(choices?.purposes ?? []), ...excluded]}
        blank={words.toBeSpecified}
        {...tie(request, "purpose")}
      />
      <TextField class="grow" label={words.ownWords} {...tie(request, "project")} />
      <MoneyField label={words.amount} {...tie(request, "amount")} />
    </Line>
  );
}

/** The questions that the office asks: amounts and words on a line, yes or no in two columns. */
function Section({ section, request }: { section: ScreeningGrid["sections"][number]; request: Request }) {
  const { answers } = request.typed;
  const onAnswer = (question: string, answer: string) =>
    request.put((typed) => ({ answers: withAnswer(typed.answers, question, answer) }));
  const chosen = section.questions.filter(({ choice }) => choice);
  const typed = section.questions.filter(({ choice }) => !choice);
  if (section.questions.length === 0) return null;
  return (
    <Line title={section.label} note={section.help || undefined}>
      {typed.map((question) => (
        <QuestionField
          key={question.key}
          class={question.amount ? "" : "grow"}
          question={question}
          answers={answers}
          error={request.errorOf(question.key) ?? undefined}
          onAnswer={onAnswer}
        />
      ))}
      {chosen.length > 0 && (
        <div class="yes-no">
          {chosen.map((question) => (
            <YesNo key={question.key} question={question} answers={answers} onAnswer={onAnswer} />
          ))}
        </div>
      )}
    </Line>
  );
}

/** What follows the call, and the only fields it needs. */
function After({ request, grid, choices }: Omit<QuestionsProps, "hasOther">) {
  const { outcome, solutions } = request.typed;
  return (
    <Line title={words.next} note={isCalled(request.typed) ? words.required : undefined}>
      <Segmented
        class="whole"
        legend={words.callOutcome}
        name="outcome"
        options={grid?.outcomes ?? []}
        value={outcome}
        error={request.errorOf("outcome")}
        onInput={(key) => request.put({ outcome: key === outcome ? "" : key })}
      />
      {outcome === "appointment" && (
        <>
          <DateField label={words.day} required {...tie(request, "appointment_on")} />
          <TextField
            label={words.appointmentAt}
            width="w-money"
            placeholder={words.hourForm}
            {...tie(request, "appointment_at")}
          />
          <TextField label={words.where} {...tie(request, "appointment_place")} />
        </>
      )}
      {outcome === "other_solution" && (
        <Select
          label={words.solution}
          name="solutions"
          options={choices?.redirections ?? []}
          blank={words.toBeSpecified}
          value={solutions[0] ?? ""}
          error={request.errorOf("solutions")}
          onInput={(key) => request.put({ solutions: key === "" ? [] : [key] })}
        />
      )}
      {(outcome === "call_back" || outcome === "other_solution") && (
        <DateField label={words.callBack} required={outcome === "call_back"} {...tie(request, "next_date")} />
      )}
    </Line>
  );
}
