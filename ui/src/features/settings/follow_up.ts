// The forms of the models of follow-up and of the questionnaire.

import type { ModelFields, ModelStepFields, QuestionFields } from "../../ipc/types.ts";
import * as words from "./words.ts";

export const blankModel: ModelFields = { label: "", level: "", steps: [], retired: false };

export const blankStep: ModelStepFields = {
  label: "",
  from: "disbursed",
  months: "",
  days: "",
  every_months: "",
  channel: "",
  with_whom: "office",
  purpose: "",
};

export const blankQuestion: QuestionFields = {
  label: "",
  at_request: "",
  moments: ["end"],
  choices: "",
  purposes: [],
  retired: false,
};

/** A model to start from, under a name of its own. */
export function copied(model: ModelFields): ModelFields {
  return { ...model, label: words.modelCopyOf(model.label), retired: false };
}

export function withStep(
  steps: readonly ModelStepFields[],
  at: number,
  part: Partial<ModelStepFields>,
): ModelStepFields[] {
  return steps.map((step, place) => (place === at ? { ...step, ...part } : step));
}
