// What each form of decision is made of, in the order of its fields.

import type { FieldSpec, Kind } from "./logic.ts";
import * as words from "./words.ts";

const { fields, hints } = words;

const lender: FieldSpec = {
  name: "lender",
  label: fields.lender,
  shape: "choice",
  from: "lenders",
  blank: words.chooseKind,
  size: "span-6",
};
const amount: FieldSpec = { name: "amount", label: fields.amount, shape: "amount", size: "span-3" };
const months: FieldSpec = { name: "months", label: fields.months, shape: "number", size: "span-3" };
const rate: FieldSpec = { name: "annual_rate", label: fields.annual_rate, shape: "rate", size: "span-3" };
const told: FieldSpec = {
  name: "told",
  label: fields.told,
  shape: "choice",
  from: "notification_modes",
  blank: words.byAgreement,
  size: "span-6",
  optional: true,
};
const received: FieldSpec = { name: "on", label: fields.on, shape: "date", size: "span-3" };
const said: FieldSpec = {
  name: "note",
  label: fields.answer_note,
  shape: "text",
  size: "wide",
  optional: true,
};
const letterWords: FieldSpec = {
  name: "letter_words",
  label: fields.letter_words,
  shape: "text",
  size: "wide",
  optional: true,
};
const conditions: FieldSpec = { ...said, hint: hints.conditions };
const why: FieldSpec = {
  name: "reason",
  label: fields.reason,
  shape: "text",
  size: "span-9",
  optional: true,
};
const stopped: FieldSpec = { name: "on", label: fields.stopped_on, shape: "date", size: "span-3" };

/** A reserve opens its fields beside those that are there: the button under them stays where it is. */
const reserved = [
  { field: "direction", is: ["submit"] },
  { field: "conditions", is: "typed" },
] as const;

const lenderEvents = [
  "consent_signed",
  "lender_acknowledged",
  "lender_asked_more",
  "refusal_reason_asked",
  "applicant_told",
  "offer_issued",
];

export const specs: Readonly<Record<Kind, readonly FieldSpec[]>> = {
  interview: [
    { name: "held_on", label: fields.held_on, shape: "date", size: "span-3" },
    {
      name: "kind",
      label: fields.kind,
      shape: "choice",
      from: "interview_kinds",
      blank: words.chooseKind,
      size: "span-6",
    },
    {
      name: "minutes",
      label: fields.minutes,
      shape: "text",
      hint: hints.minutes,
      size: "span-3",
      optional: true,
    },
    { name: "note", label: fields.note, shape: "text", size: "wide", optional: true },
  ],
  orientation: [
    { name: "direction", label: fields.direction, shape: "segments", from: "directions", size: "wide" },
    { name: "decided_on", label: fields.decided_on, shape: "date", size: "span-3" },
    {
      name: "mode",
      label: fields.mode,
      shape: "choice",
      from: "decision_modes",
      blank: words.byRule,
      size: "span-9",
    },
    {
      name: "solutions",
      label: fields.solutions,
      shape: "many",
      from: "redirections",
      hint: hints.solutions,
      size: "wide",
      when: { field: "direction", is: ["redirect", "inadmissible"] },
    },
    {
      name: "where_to",
      label: fields.where_to,
      shape: "text",
      from: "aids",
      hint: hints.where_to,
      size: "wide",
      optional: true,
      when: { field: "direction", is: ["redirect", "inadmissible"] },
    },
    {
      name: "conditions",
      label: fields.conditions,
      shape: "text",
      size: "begin-span-6",
      optional: true,
      when: { field: "direction", is: ["submit", ""] },
    },
    {
      name: "condition_for",
      label: fields.condition_for,
      shape: "segments",
      from: "conditions_for",
      size: "span-6",
      when: reserved,
    },
    { name: "reason", label: fields.reason, shape: "text", size: "begin-span-6", optional: true },
    {
      ...letterWords,
      hint: hints.letter_words,
      size: "span-6",
      when: { field: "direction", is: ["redirect", "inadmissible"] },
    },
    { ...letterWords, size: "span-6", when: reserved },
  ],
  submission: [
    lender,
    {
      name: "product",
      label: fields.product,
      shape: "choice",
      from: "products",
      blank: hints.product,
      size: "span-6",
    },
    { name: "sent_on", label: fields.sent_on, shape: "date", size: "span-3" },
    amount,
    { ...months, size: "span-2" },
    {
      name: "expected_on",
      label: fields.expected_on,
      shape: "next_date",
      hint: hints.expected,
      size: "span-4",
      optional: true,
    },
    { name: "note", label: fields.submission_note, shape: "text", size: "wide", optional: true },
  ],
  agreement_in_principle: [
    received,
    lender,
    amount,
    months,
    {
      name: "valid_until",
      label: fields.valid_until,
      shape: "next_date",
      size: "span-3",
      optional: true,
    },
    told,
    conditions,
  ],
  approval: [received, lender, amount, rate, months, told, conditions],
  refusal: [
    received,
    lender,
    {
      name: "reasons",
      label: fields.reasons,
      shape: "many",
      from: "refusal_reasons",
      hint: hints.reasons,
      size: "wide",
    },
    told,
    said,
    { ...letterWords, hint: hints.letter_words },
  ],
  contract: [
    { name: "signed_on", label: fields.signed_on, shape: "date", size: "span-3" },
    lender,
    amount,
    months,
    rate,
    {
      name: "bank_reference",
      label: fields.bank_reference,
      shape: "text",
      hint: hints.bank_reference,
      size: "span-4",
      optional: true,
    },
    {
      name: "disbursed_on",
      label: fields.disbursed_on,
      shape: "next_date",
      hint: hints.disbursed,
      size: "span-3",
    },
    {
      name: "first_due_on",
      label: fields.first_due_on,
      shape: "next_date",
      hint: hints.firstDue,
      size: "span-3",
    },
    {
      name: "instalment",
      label: fields.instalment,
      shape: "amount",
      hint: hints.instalment,
      size: "span-3",
      optional: true,
    },
    {
      name: "first_instalment",
      label: fields.first_instalment,
      shape: "amount",
      size: "span-3",
      optional: true,
    },
    {
      name: "last_instalment",
      label: fields.last_instalment,
      shape: "amount",
      size: "span-3",
      optional: true,
    },
    { name: "taeg", label: fields.taeg, shape: "rate", size: "span-3", optional: true },
    { name: "deferred", label: fields.deferred, shape: "number", size: "span-4", optional: true },
    { name: "interest_only", label: fields.interest_only, shape: "number", size: "span-4", optional: true },
    { name: "fee", label: fields.fee, shape: "amount", size: "span-4", optional: true },
    {
      name: "insurance_monthly",
      label: fields.insurance_monthly,
      shape: "amount",
      size: "span-4",
      optional: true,
    },
    {
      name: "insurance_requirement",
      label: fields.insurance_requirement,
      shape: "choice",
      from: "insurance_requirements",
      size: "span-4",
      when: { field: "insurance_monthly", is: "typed" },
    },
    {
      name: "insurance_on_outstanding",
      label: fields.insurance_on_outstanding,
      shape: "rate",
      size: "span-4",
      optional: true,
    },
  ],
  disbursement: [
    { name: "on", label: fields.paid_on, shape: "date", size: "span-3" },
    amount,
    { name: "means", label: fields.means, shape: "text", hint: hints.means, size: "span-6", optional: true },
  ],
  event: [
    { name: "on", label: fields.event_on, shape: "date", size: "span-3" },
    {
      ...lender,
      optional: true,
      when: { field: "event", is: lenderEvents },
    },
    {
      name: "answer",
      label: fields.redirection_answer,
      shape: "choice",
      from: "redirection_answers",
      blank: words.chooseKind,
      size: "span-6",
      when: { field: "event", is: ["redirection_answered"] },
    },
    {
      name: "solution",
      label: fields.solution,
      shape: "choice",
      from: "redirections",
      blank: words.allSolutions,
      size: "span-6",
      optional: true,
      when: { field: "event", is: ["redirection_answered"] },
    },
    {
      name: "obtained",
      label: fields.obtained,
      shape: "amount",
      size: "span-3",
      optional: true,
      when: { field: "event", is: ["redirection_answered"] },
    },
    {
      name: "until",
      label: fields.until,
      shape: "next_date",
      size: "span-3",
      when: { field: "event", is: ["offer_issued"] },
    },
    { name: "note", label: fields.event_note, shape: "text", size: "wide", optional: true },
  ],
  explanation: [
    { name: "on", label: fields.event_on, shape: "date", size: "span-3" },
    { ...lender, optional: true },
    { name: "reasons", label: fields.reasons, shape: "many", from: "refusal_reasons", size: "wide" },
    said,
  ],
  withdrawal: [stopped, why],
  drop: [stopped, why],
  support: [
    { name: "set_on", label: fields.set_on, shape: "date", size: "span-3" },
    {
      name: "level",
      label: fields.level,
      shape: "choice",
      from: "support_levels",
      blank: words.chooseKind,
      size: "span-3",
    },
    {
      name: "budget",
      label: fields.budget,
      shape: "choice",
      from: "providers",
      blank: words.nobody,
      size: "span-3",
    },
    {
      name: "social",
      label: fields.social,
      shape: "choice",
      from: "providers",
      blank: words.nobody,
      size: "span-3",
    },
    { name: "note", label: fields.support_note, shape: "text", size: "wide", optional: true },
  ],
};
