// The models of follow-up and the questions of the questionnaire, each changed, copied or retired by the office.

import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { type Form, useForm } from "../../ipc/form.ts";
import type {
  FollowUpModelsView,
  ModelFields,
  ModelStepFields,
  QuestionFields,
  QuestionnaireView,
} from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Select } from "../../parts/Select.tsx";
import { TextArea } from "../../parts/TextArea.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { Checks } from "./Checks.tsx";
import { blankModel, blankQuestion, blankStep, copied, withStep } from "./follow_up.ts";
import { OpenedForm } from "./OpenedForm.tsx";
import { RetirableRegister } from "./RetirableRegister.tsx";
import { Ticked } from "./Ticked.tsx";
import * as words from "./words.ts";

export function FollowUpSection() {
  return (
    <>
      <Models />
      <Questionnaire />
    </>
  );
}

function Models() {
  const { value: view, failure, set } = useAnswer("follow_up_models", {});
  if (!view) return <Refused failure={failure} />;
  return (
    <RetirableRegister
      title={words.followUpModels}
      note={words.followUpModelsNote}
      adds={words.addModel}
      entries={view.models}
      form={(one, close) => (
        <ModelEdit
          modelKey={one?.key ?? ""}
          start={one?.fields ?? blankModel}
          view={view}
          onChanged={(next) => {
            set(next);
            close();
          }}
          onClose={close}
        />
      )}
      more={(one) =>
        one.steps.map((step) => (
          <span class="sub" key={step}>
            {step}
          </span>
        ))
      }
    />
  );
}

interface ModelEditProps {
  /** Empty for a new one. */
  modelKey: string;
  start: ModelFields;
  view: FollowUpModelsView;
  onChanged: (view: FollowUpModelsView) => void;
  onClose: () => void;
}

function ModelEdit({ modelKey, start, view, onChanged, onClose }: ModelEditProps) {
  const form = useForm<ModelFields>({
    name: `follow_up_model:${modelKey}`,
    recorded: start,
    send: async (fields) => {
      onChanged(await call("set_follow_up_model", { key: modelKey, fields }));
      return words.saved;
    },
  });
  const { steps } = form.typed;
  return (
    <OpenedForm form={form} label={words.save} name={words.addModel} onClose={onClose}>
      <div class="form">
        {modelKey === "" && (
          <Select
            label={words.copyModel}
            name="copied"
            blank={words.copyNothing}
            options={view.models.map(({ key, fields }) => ({ key, label: fields.label }))}
            value=""
            onInput={(key) => {
              const model = view.models.find((one) => one.key === key);
              if (model) form.put(copied(model.fields));
            }}
          />
        )}
        <TextField label={words.modelName} class="half" {...form.tie("label")} />
        <Select
          label={words.modelLevel}
          class="half"
          blank={words.choose}
          options={view.levels}
          {...form.tie("level")}
        />
      </div>
      {steps.map((step, at) => (
        // A step has no name of its own: its place is what tells it.
        <Step
          key={at}
          at={at}
          step={step}
          view={view}
          form={form}
          onChange={(part) => form.put((typed) => ({ steps: withStep(typed.steps, at, part) }))}
          onRemove={() => form.put({ steps: steps.filter((_, place) => place !== at) })}
        />
      ))}
      <div>
        <Button small sign="plus" onClick={() => form.put({ steps: [...steps, blankStep] })}>
          {words.addStep}
        </Button>
      </div>
      {modelKey && <Ticked form={form} name="retired" label={words.modelRetired} />}
    </OpenedForm>
  );
}

interface StepProps {
  at: number;
  step: ModelStepFields;
  view: FollowUpModelsView;
  form: Form<ModelFields>;
  onChange: (part: Partial<ModelStepFields>) => void;
  onRemove: () => void;
}

function Step({ at, step, view, form, onChange, onRemove }: StepProps) {
  const tie = (name: keyof ModelStepFields) => ({
    name: `steps.${at}.${name}`,
    error: form.errorOf(`steps.${at}.${name}`),
    value: step[name],
    onInput: (value: string) => onChange({ [name]: value }),
  });
  return (
    <fieldset>
      <legend>{words.stepOf(at + 1)}</legend>
      <div class="form">
        <TextField label={words.stepWhen} class="half" {...tie("label")} />
        <TextField label={words.stepPurpose} class="half" {...tie("purpose")} />
        <Select label={words.stepFrom} class="half" options={view.events} {...tie("from")} />
        <div class="row top half">
          <TextField
            label={words.stepMonths}
            optional
            width="w-short"
            inputMode="numeric"
            {...tie("months")}
          />
          <TextField label={words.stepDays} optional width="w-short" inputMode="numeric" {...tie("days")} />
          <TextField
            label={words.stepEvery}
            optional
            width="w-short"
            inputMode="numeric"
            {...tie("every_months")}
          />
        </div>
        <Select
          label={words.stepChannel}
          class="half"
          blank={words.choose}
          options={view.channels}
          {...tie("channel")}
        />
        <Select label={words.stepWho} class="half" options={view.providers} {...tie("with_whom")} />
      </div>
      <Button small look="quiet" onClick={onRemove}>
        {words.removeStep(at + 1)}
      </Button>
    </fieldset>
  );
}

function Questionnaire() {
  const { value: view, failure, set } = useAnswer("questionnaire", {});
  if (!view) return <Refused failure={failure} />;
  return (
    <RetirableRegister
      title={words.questionnaire}
      note={words.questionnaireNote}
      adds={words.addQuestion}
      entries={view.questions}
      form={(one, close) => (
        <QuestionEdit
          questionKey={one?.key ?? ""}
          start={one?.fields ?? blankQuestion}
          view={view}
          onChanged={(next) => {
            set(next);
            close();
          }}
          onClose={close}
        />
      )}
    />
  );
}

interface QuestionEditProps {
  /** Empty for a new one. */
  questionKey: string;
  start: QuestionFields;
  view: QuestionnaireView;
  onChanged: (view: QuestionnaireView) => void;
  onClose: () => void;
}

function QuestionEdit({ questionKey, start, view, onChanged, onClose }: QuestionEditProps) {
  const form = useForm<QuestionFields>({
    name: `survey_question:${questionKey}`,
    recorded: start,
    send: async (fields) => {
      onChanged(await call("set_question", { key: questionKey, fields }));
      return words.saved;
    },
  });
  const { moments, purposes } = form.typed;
  return (
    <OpenedForm form={form} label={words.save} name={words.addQuestion} onClose={onClose}>
      <TextField label={words.surveyQuestion} {...form.tie("label")} />
      <TextField
        label={words.surveyAtRequest}
        optional
        hint={words.surveyAtRequestHint}
        {...form.tie("at_request")}
      />
      <TextArea
        label={words.surveyChoices}
        optional
        hint={words.surveyChoicesHint}
        {...form.tie("choices")}
      />
      <Checks
        legend={words.surveyMoments}
        name="moments"
        options={view.moments}
        chosen={moments}
        error={form.errorOf("moments")}
        onChange={(next) => form.put({ moments: next })}
      />
      <Checks
        legend={words.surveyPurposes}
        name="purposes"
        hint={words.surveyPurposesHint}
        options={view.purposes}
        chosen={purposes}
        error={form.errorOf("purposes")}
        onChange={(next) => form.put({ purposes: next })}
      />
      {questionKey && <Ticked form={form} name="retired" label={words.questionRetired} />}
    </OpenedForm>
  );
}
