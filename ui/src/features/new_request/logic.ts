// The form of a request: its blank state, its order, which fields are read
// back as people write them.

import type { TextKey } from "../../ipc/form.ts";
import type { Input } from "../../ipc/kinds.ts";
import type { FieldKind } from "../../ipc/types.ts";

type Sent = Input<"record_request">;

const call = {
  answers: {} as Record<string, string>,
  told: [] as string[],
  minutes: "",
  outcome: "",
  solutions: [] as string[],
  reason: "",
  appointment_on: "",
  appointment_at: "",
  appointment_place: "",
  note: "",
} satisfies Sent["screening"];

const past = {
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
} satisfies Sent["taken_over"];

const request = {
  last_name: "",
  first_name: "",
  phone: "",
  sent_by: "",
  may_answer: false as boolean,
  purpose: "",
  project: "",
  amount: "",
  adults: "",
  children: "",
  received_on: "",
  next_date: "",
  same_person: null as number | null,
  // Asked at the interview, with the papers there.
  origin: "",
  email: "",
  born_on: "",
  commune: "",
  how_heard: "",
  referrer: "",
} satisfies Omit<Sent, "screening" | "taken_over">;

/** The request, the call and what is known of a dossier begun elsewhere, side by side. */
export const blank = { ...request, ...call, ...past };
export type RequestForm = typeof blank;
export type FieldName = TextKey<RequestForm>;

/** The request as the desk takes it. */
export function inputOf(typed: RequestForm): Sent {
  return { ...of(request, typed), screening: of(call, typed), taken_over: of(past, typed) };
}

/** Whether something is known of a life begun elsewhere. */
export function isTakenOver(typed: RequestForm): boolean {
  return Object.values(of(past, typed)).some((text) => text.trim() !== "");
}

function of<P extends object>(part: P, typed: P): P {
  return Object.fromEntries(Object.keys(part).map((key) => [key, typed[key as keyof P]])) as P;
}

/** How the desk reads a field when it is left; plain words are left as typed. */
export function readingOf(field: FieldName): FieldKind | undefined {
  switch (field) {
    case "phone":
      return "phone";
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
    case "next_date":
    case "appointment_on":
    case "first_due_on":
      return "next_date";
    case "appointment_at":
      return "hour";
    default:
      return undefined;
  }
}

/** What the desk is asked while the call is noted. */
export function askedOf({ answers, purpose, sent_by, adults, children }: RequestForm) {
  return { answers, purpose, sent_by, adults, children };
}

/** Whether something of the call is noted, which then has to end in something. */
export function isCalled({ answers, adults }: RequestForm): boolean {
  return adults !== "" || Object.keys(answers).length > 0;
}
