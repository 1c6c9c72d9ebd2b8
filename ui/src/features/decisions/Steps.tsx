// The meetings and calls of a plan: proposed by a rhythm, then the adviser's own.

import { useEffect, useRef } from "preact/hooks";
import type { Form } from "../../ipc/form.ts";
import type { Choices, PlanProposal, SupportStepForm } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Select } from "../../parts/Select.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { blankStep, type Typed } from "./logic.ts";
import * as words from "./words.ts";

interface StepsProps {
  form: Form<Typed>;
  choices: Choices;
  plans: readonly PlanProposal[];
  levelAtStart: string;
}

export function Steps({ form, choices, plans, levelAtStart }: StepsProps) {
  const { typed, put } = form;
  const level = typed.fields.level ?? "";
  const seen = useRef(levelAtStart);
  useEffect(() => {
    if (level === seen.current) return;
    seen.current = level;
    const usual = plans.find((plan) => plan.level === level);
    if (usual) put({ steps: usual.steps });
  }, [level, plans, put]);
  const whole = useRef<HTMLFieldSetElement>(null);
  // A point that comes or goes takes the focus to what stands there next.
  const focusPoint = (place: number) =>
    setTimeout(() => {
      const field = whole.current?.querySelector<HTMLElement>(`[name="steps.${place}.label"]`);
      (field ?? whole.current?.querySelector("button"))?.focus();
    });
  const change = (place: number, step: Partial<SupportStepForm>) =>
    put({ steps: typed.steps.map((one, at) => (at === place ? { ...one, ...step } : one)) });
  return (
    <fieldset class="plan-steps" ref={whole}>
      <legend>{words.steps.title}</legend>
      <div class="row">
        <Select
          name="rhythm"
          label={words.steps.rhythm}
          options={plans}
          blank={words.steps.keep}
          value=""
          onInput={(key) => {
            const plan = plans.find((one) => one.key === key);
            if (plan) put({ steps: plan.steps });
          }}
        />
        <Button
          small
          sign="plus"
          onClick={() => {
            put({ steps: [...typed.steps, blankStep] });
            focusPoint(typed.steps.length);
          }}
        >
          {words.steps.add}
        </Button>
      </div>
      {typed.steps.length === 0 && <p class="soft">{words.steps.none}</p>}
      {typed.steps.map((step, place) => (
        <Step
          key={place}
          step={step}
          place={place}
          form={form}
          choices={choices}
          onChange={(part) => change(place, part)}
          onRemove={() => {
            put({ steps: typed.steps.filter((_, at) => at !== place) });
            focusPoint(place);
          }}
        />
      ))}
    </fieldset>
  );
}

interface StepProps {
  step: SupportStepForm;
  place: number;
  form: Form<Typed>;
  choices: Choices;
  onChange: (part: Partial<SupportStepForm>) => void;
  onRemove: () => void;
}

function Step({ step, place, form, choices, onChange, onRemove }: StepProps) {
  const tie = (field: keyof SupportStepForm) => ({
    name: `steps.${place}.${field}`,
    label: words.steps[field],
    value: step[field],
    error: form.errorOf(`steps.${place}.${field}`),
    onInput: (text: string) => onChange({ [field]: text }),
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset of its own would be drawn inside the other
    <div class="plan-step" role="group" aria-label={words.steps.point(place + 1)}>
      <TextField class="wide" {...tie("label")} />
      <DateField optional {...tie("first_on")} />
      <TextField inputMode="numeric" width="w-two" {...tie("every_months")} />
      <Select options={choices.interview_kinds} {...tie("channel")} />
      <Select options={choices.providers} {...tie("provider")} />
      <TextField class="wide" optional {...tie("purpose")} />
      <div>
        <Button small look="quiet" flush sign="remove" onClick={onRemove}>
          {words.steps.remove}
        </Button>
      </div>
    </div>
  );
}
