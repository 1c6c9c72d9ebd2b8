// The form of a request: its blank state, its order, which fields are read
// back as people write them.

import type { Input } from "../../ipc/kinds.ts";

export type RequestForm = Input<"record_request">;
export type Call = RequestForm["screening"];
export type Past = RequestForm["taken_over"];

type TextKey<F> = { [K in keyof F]: F[K] extends string ? K : never }[keyof F] & string;
/** A field of the request. */
type RequestField = TextKey<RequestForm>;
/** A field of the call that goes with it. */
type CallField = TextKey<Call>;
/** A field of what is known of a dossier begun elsewhere. */
type PastField = TextKey<Past>;
export type FieldName = RequestField | CallField | PastField;

export const FORM = "new_request";

const blankCall: Call = {
  answers: {},
  told: [],
  minutes: "",
  outcome: "",
  solutions: [],
  reason: "",
  appointment_on: "",
  appointment_at: "",
  appointment_place: "",
  note: "",
};

const blankPast: Past = {
  from: "",
  known: "",
  decided_on: "",
  lender: "",
  sent_on: "",
  approved_on: "",
  signed_on: "",
  loan_amount: "",
  annual_rate: "",
  months: "",
  first_due_on: "",
  disbursed_on: "",
  repaid_on: "",
};

export const blank: RequestForm = {
  last_name: "",
  first_name: "",
  origin: "",
  phone: "",
  email: "",
  project: "",
  purpose: "",
  amount: "",
  received_on: "",
  next_date: "",
  born_on: "",
  commune: "",
  how_heard: "",
  referrer: "",
  same_person: null,
  screening: blankCall,
  taken_over: blankPast,
};

export const fieldNames: readonly FieldName[] = [
  ...textKeys(blank),
  ...textKeys(blankCall),
  ...textKeys(blankPast),
];

function textKeys(form: object): FieldName[] {
  return Object.entries(form).flatMap(([key, value]) =>
    typeof value === "string" ? [key as FieldName] : [],
  );
}

function isOfCall(field: FieldName): field is CallField {
  return field in blankCall;
}

function isOfPast(field: FieldName): field is PastField {
  return field in blankPast;
}

/** Whether something is known of a life begun elsewhere. */
export function isTakenOver(form: RequestForm): boolean {
  return textKeys(blankPast).some((field) => held(form, field).trim() !== "");
}

/** What a field holds. */
export function held(form: RequestForm, field: FieldName): string {
  if (isOfPast(field)) return form.taken_over[field];
  return isOfCall(field) ? form.screening[field] : form[field];
}

/** The form with another text in a field. */
export function withField(form: RequestForm, field: FieldName, text: string): RequestForm {
  if (isOfPast(field)) return { ...form, taken_over: { ...form.taken_over, [field]: text } };
  return isOfCall(field)
    ? { ...form, screening: { ...form.screening, [field]: text } }
    : { ...form, [field]: text };
}

type Reading = Input<"read_field">["kind"];

/** How the desk reads a field when it is left; plain words are left as typed. */
export function readingOf(field: FieldName): Reading | null {
  switch (field) {
    case "phone":
      return "phone";
    case "email":
      return "email";
    case "amount":
    case "loan_amount":
      return "amount";
    case "annual_rate":
      return "rate";
    case "received_on":
    case "decided_on":
    case "sent_on":
    case "approved_on":
    case "signed_on":
    case "disbursed_on":
    case "repaid_on":
      return "known_date";
    case "born_on":
      return "date";
    case "next_date":
    case "appointment_on":
    case "first_due_on":
      return "next_date";
    case "appointment_at":
      return "hour";
    default:
      return null;
  }
}

export function isBlank(form: RequestForm): boolean {
  const { answers, told, solutions } = form.screening;
  const typed = fieldNames.some((field) => held(form, field).trim() !== "");
  return !typed && Object.keys(answers).length === 0 && told.length === 0 && solutions.length === 0;
}

/** A key put in a list of keys, or taken out of it. */
export function toggled(keys: readonly string[], key: string, isIn: boolean): string[] {
  const others = keys.filter((one) => one !== key);
  return isIn ? [...others, key] : others;
}
