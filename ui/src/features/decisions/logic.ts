// The forms of decisions: what each holds, how it is sent, which drafts are whose.

import { call } from "../../ipc/call.ts";
import type {
  DecisionForm,
  DecisionsView,
  FieldKind,
  NextForm,
  OfferedForm,
  ReadyItem,
  SupportStepForm,
} from "../../ipc/types.ts";

export type Kind = DecisionForm["kind"];

/** What a form holds on the page: the fields of its kind, then what goes with every decision. */
export interface Typed {
  kind: Kind;
  /** The fact being corrected; nothing for a new one. */
  fact: number | null;
  fields: Record<string, string>;
  lists: Record<string, string[]>;
  steps: SupportStepForm[];
  next_on: string;
  next_what: string;
  correction_reason: string;
}

export const blankTyped: Typed = {
  kind: "interview",
  fact: null,
  fields: {},
  lists: {},
  steps: [],
  next_on: "",
  next_what: "",
  correction_reason: "",
};

export const blankStep: SupportStepForm = {
  label: "",
  first_on: "",
  every_months: "",
  channel: "follow_up_call",
  provider: "office",
  purpose: "",
};

/** The form as the page holds it. */
export function typedOf(decision: DecisionForm, fact: number | null): Typed {
  const fields: Record<string, string> = {};
  const lists: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(decision.form)) {
    if (typeof value === "string") fields[name] = value;
    else if (name !== "steps") lists[name] = [...(value as string[])];
  }
  const steps = decision.kind === "support" ? decision.form.steps : [];
  return { ...blankTyped, kind: decision.kind, fact, fields, lists, steps };
}

/** The form as the desk takes it. */
export function decisionOf(typed: Typed): DecisionForm {
  const steps = typed.kind === "support" ? { steps: typed.steps } : {};
  const form = { ...typed.fields, ...typed.lists, ...steps };
  // The fields are those the desk gave for this kind, whatever was typed in them.
  return { kind: typed.kind, form } as unknown as DecisionForm;
}

/** The drafts that several kinds share in the list of what was left. */
const shared: Partial<Record<Kind, string>> = {
  agreement_in_principle: "lender_answer",
  approval: "lender_answer",
  refusal: "lender_answer",
  explanation: "lender_answer",
  withdrawal: "stop",
  drop: "stop",
  event: "lending_event",
};

/** Which draft a form keeps: that of its fact, or of its kind, an event apart from another. */
export function draftNameOf(typed: Typed): string {
  if (typed.fact !== null) return `correction:${typed.fact}`;
  const name = shared[typed.kind];
  return name ? `${name}:${nameOfTyped(typed)}` : typed.kind;
}

/** Sends the form: a new fact by the call of its kind, or a correction. */
export async function send(dossier: number, typed: Typed): Promise<DecisionsView> {
  const decision = decisionOf(typed);
  if (typed.fact !== null) {
    const reason = typed.correction_reason;
    return call("correct_fact", { dossier, fact: typed.fact, reason, decision });
  }
  const next: NextForm = { on: typed.next_on, what: typed.next_what };
  switch (decision.kind) {
    case "interview":
      return call("note_interview", { dossier, form: decision.form, next });
    case "orientation":
      return call("decide_orientation", { dossier, form: decision.form, next });
    case "submission":
      return call("submit_to_lender", { dossier, form: decision.form, next });
    case "agreement_in_principle":
      return call("note_agreement_in_principle", { dossier, form: decision.form, next });
    case "approval":
      return call("note_approval", { dossier, form: decision.form, next });
    case "refusal":
      return call("note_refusal", { dossier, form: decision.form, next });
    case "contract":
      return call("sign_contract", { dossier, form: decision.form, next });
    case "disbursement":
      return call("note_disbursement", { dossier, form: decision.form, next });
    case "withdrawal":
      return call("note_withdrawal", { dossier, form: decision.form, next });
    case "drop":
      return call("drop_request", { dossier, form: decision.form, next });
    case "support":
      return call("plan_support", { dossier, form: decision.form, next });
    case "event":
      return call("note_lending_event", { dossier, form: decision.form, next });
    case "explanation":
      return call("explain_refusal", { dossier, form: decision.form, next });
  }
}

/** The forms that keep a draft, so that one left in the middle is found on arriving. */
const draftKeys: readonly string[] = [
  "correction",
  "interview",
  "orientation",
  "submission",
  "lender_answer",
  "lending_event",
  "contract",
  "disbursement",
  "stop",
  "support",
];

/** Whether a draft of that name is one of a decision. */
export function isOfDecision(name: string): boolean {
  return draftKeys.includes(name.split(":")[0] ?? "");
}

/** What tells one offered form from another: its kind, and for an event which one. */
export function nameOf(decision: DecisionForm): string {
  return decision.kind === "event" ? `event-${decision.form.event}` : decision.kind;
}

/** The name of the form that is typed. */
export function nameOfTyped(typed: Typed): string {
  return typed.kind === "event" ? `event-${typed.fields.event ?? ""}` : typed.kind;
}

/** Whether a draft can still be sent: its form is offered, or its fact is still there to be corrected. */
export function isStillOffered(typed: Typed, offered: readonly OfferedForm[]): boolean {
  return typed.fact !== null || offered.some(({ decision }) => nameOf(decision) === nameOfTyped(typed));
}

/** The first thing nothing is sent without, and that lacks. */
export function firstMissing(ready: readonly ReadyItem[]): ReadyItem | null {
  return ready.find(({ done, must }) => must && !done) ?? null;
}

/** The name of the field that tells something, in its room; without one, the room is shown from its top. */
export function fieldOf(item: Pick<ReadyItem, "key">): string | undefined {
  return {
    lender: "lender",
    purpose: "purpose",
    credit_exclusion: "answer ordinary_credit_access",
    financing_plan: "own_share",
    opinion: "reasoned",
    // Not a field: the paper that is shown there.
    bank_file: "bank_file",
  }[item.key];
}

/** The form that is offered for what lacks, when it is noted in this room. */
export function offerFor(missing: ReadyItem, offered: readonly OfferedForm[]): OfferedForm | null {
  const wanted = {
    interview: "interview",
    consent: "event-consent_signed",
    reserve: "event-reserve_lifted",
    orientation: "orientation",
    support_plan: "support",
  }[missing.key];
  return offered.find(({ decision }) => nameOf(decision) === wanted) ?? null;
}

export type Shape = FieldKind | "text" | "number" | "choice" | "many" | "segments";

export interface FieldSpec {
  name: string;
  label: string;
  shape: Shape;
  /** The list of choices it takes its options from. */
  from?: string;
  /** The line for « nothing chosen ». */
  blank?: string;
  hint?: string;
  size: "span-2" | "span-3" | "span-4" | "span-6" | "begin-span-6" | "span-9" | "wide";
  optional?: boolean;
  /** Shown only when another field holds one of these, or anything typed; of several conditions, when each holds. */
  when?: When | readonly When[];
}

interface When {
  field: string;
  is: readonly string[] | "typed";
}

/** Whether a field has its place in what is typed. */
export function isShown(spec: FieldSpec, typed: Typed): boolean {
  const conditions = spec.when === undefined ? [] : [spec.when].flat();
  return conditions.every(({ field, is }) => {
    const held = typed.fields[field] ?? "";
    return is === "typed" ? held.trim() !== "" : is.includes(held);
  });
}

/** How a field is read back as people write it; plain words are left as typed. */
export function readingOf(shape: Shape): FieldKind | null {
  switch (shape) {
    case "text":
    case "number":
    case "choice":
    case "many":
    case "segments":
      return null;
    default:
      return shape;
  }
}
