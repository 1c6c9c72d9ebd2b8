// What the forms of the room hold while they are typed. Nothing is worked out here.

export interface CallTexts {
  outcome: string;
  cause: string;
  solution: string;
  amount: string;
  next_on: string;
  note: string;
  letter_words: string;
}

export interface PointTexts {
  on: string;
  kind: string;
  with: string;
  minutes: string;
  due_dates_kept: string;
  project: string;
  budget_changed: string;
  note: string;
  next_step: string;
  step: string;
}

export interface EventTexts {
  event: string;
  subject: string;
  on: string;
  amount: string;
  note: string;
  letter_words: string;
}

export const blankCall: CallTexts = {
  outcome: "reached",
  cause: "",
  solution: "",
  amount: "",
  next_on: "",
  note: "",
  letter_words: "",
};

export const blankPoint: PointTexts = {
  on: "",
  kind: "",
  with: "",
  minutes: "",
  due_dates_kept: "",
  project: "",
  budget_changed: "",
  note: "",
  next_step: "",
  step: "",
};

export const blankEvent: EventTexts = {
  event: "life_event",
  subject: "",
  on: "",
  amount: "",
  note: "",
  letter_words: "",
};
