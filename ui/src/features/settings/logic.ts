// The forms of the settings, filled from what is in force and turned into what
// the calls take. A form is flat: each refusal finds its field by its name.

import type { Input } from "../../ipc/kinds.ts";
import type {
  AgreementFields,
  AgreementView,
  BudgetEntry,
  BudgetRuleFields,
  Choice,
  FollowUpFields,
  LegalTopicView,
  LenderFields,
  LimitFields,
  ListView,
  OfficeView,
  ProductFields,
  ProductVersion,
  RuleFields,
  SettingVersion,
  SubLimitFields,
  TaskDelayFields,
  TypedVersion,
  UsualSpendingFields,
  Version,
} from "../../ipc/types.ts";

export type OfficeForm = Input<"describe_office">;
export type NumberingForm = Input<"change_numbering">;

export function officeForm(office: OfficeView): OfficeForm {
  const {
    name,
    advisor,
    address,
    phone,
    advisor_title,
    advisor_role,
    advisor_phone,
    email,
    presence,
    data_contact,
    town,
    complaints,
    delegation,
    commission_address,
    treasury_address,
  } = office;
  return {
    name,
    advisor,
    address,
    phone,
    advisor_title,
    advisor_role,
    advisor_phone,
    email,
    presence,
    data_contact,
    town,
    complaints,
    delegation,
    commission_address,
    treasury_address,
  };
}

export function numberingForm(office: OfficeView, today: string): NumberingForm {
  return { prefix: office.reference_prefix, width: String(office.reference_width), from: today };
}

export function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A rule changes from a date, or a version of it was entered wrong. */
export type How = "change" | "correct";

/** What a form says of the version it writes. */
export interface Dating {
  how: How;
  /** The first day of the version a correction is about. */
  corrects: string;
  from: string;
  source: string;
  reason: string;
}

export function datingOf(version: Version | null, how: How): Dating {
  const isCorrection = how === "correct" && version !== null;
  return {
    how,
    corrects: version?.from.iso ?? "",
    from: "",
    source: isCorrection ? version.source : "",
    reason: "",
  };
}

/** The other way of changing the same rule, what was typed kept. */
export function turned(dating: Dating, how: How, version: Version | null): Dating {
  const source = dating.source === "" || dating.source === version?.source;
  return { ...dating, how, source: source ? datingOf(version, how).source : dating.source };
}

export function versionOf({ how, corrects, from, source, reason }: Dating): TypedVersion {
  return how === "correct" ? { corrects, from, source, reason } : { corrects: "", from, source, reason: "" };
}

/** The form of a version whose fields are plain texts. */
export function datedForm<F>(
  { fields, version }: { fields: F; version: Version | null },
  how: How,
): F & Dating {
  return { ...fields, ...datingOf(version, how) };
}

/** What such a form sends. */
export function datedInput<F extends object>(
  form: F & Dating,
): { version: TypedVersion; fields: Omit<F, keyof Dating> } {
  return { version: versionOf(form), fields: without(form, datingKeys) };
}

export type RulesForm = Omit<RuleFields, "budget"> & BudgetRuleFields & Dating;

export function rulesForm({ fields, version }: SettingVersion<RuleFields>, how: How): RulesForm {
  const { budget, ...rest } = fields;
  return { ...rest, ...budget, ...datingOf(version, how) };
}

export function rulesInput(form: RulesForm): Input<"set_office_rules"> {
  const rest = without(form, [...datingKeys, ...ruleKeys]);
  const usual_spending = form.usual_spending.filter((row) => !isSame(row, blankSpending));
  return { version: versionOf(form), fields: { ...rest, usual_spending, budget: ruleOf(form) } };
}

export type FollowUpForm = FollowUpFields & Dating;

/** The delays in days or months beside those of requests and agreements, in the order of the form. */
export const followUpDelays = [
  "silent_months",
  "aid_recheck_months",
  "answer_default_days",
  "redirection_callback_days",
  "silence_days",
  "reminder_days",
] as const;

/** The delays of tasks with one of them changed. */
export function withTask(tasks: readonly TaskDelayFields[], changed: TaskDelayFields): TaskDelayFields[] {
  return tasks.map((task) => (task.key === changed.key ? changed : task));
}

/** In the order of the form. */
export const usesFields = ["committee", "guarantee", "refunds", "debts"] as const;

/** In the order of the form. */
export const safetyFields = ["lock_minutes", "copy_due_days", "copy_late_days", "code_test_months"] as const;

/** A kind of line the rule treats otherwise than the list does. */
export interface LineException {
  key: string;
  label: string;
  /** Whether the rule counts it. */
  counted: boolean;
}

type Exceptions = Pick<BudgetRuleFields, "added" | "removed">;

/** The exceptions of a rule, in the order of the list. */
export function exceptionsOf(
  { added, removed }: Exceptions,
  entries: readonly BudgetEntry[],
): LineException[] {
  return entries
    .filter(({ key }) => added.includes(key) || removed.includes(key))
    .map(({ key, label }) => ({ key, label, counted: added.includes(key) }));
}

/** The kinds of lines that may still be an exception, under their headings. */
export function entriesLeft({ added, removed }: Exceptions, entries: readonly BudgetEntry[]): Choice[] {
  return choicesOf(entries.filter(({ key }) => !added.includes(key) && !removed.includes(key)));
}

/** The kinds of spending lines, under their headings. */
export function spendingEntries(entries: readonly BudgetEntry[]): Choice[] {
  return choicesOf(
    entries.filter(({ section }) => section === "fixed_expense" || section === "running_expense"),
  );
}

function choicesOf(entries: readonly BudgetEntry[]): Choice[] {
  return entries.map(({ key, label, section_label, group_label }) => ({
    key,
    label,
    group: `${section_label}, ${group_label}`,
    retired: false,
  }));
}

/** The other way round for a kind of line: what the list counts is left out, what it leaves out counts. */
export function withException({ added, removed }: Exceptions, entry: BudgetEntry): Exceptions {
  return entry.counted
    ? { added, removed: [...removed, entry.key] }
    : { added: [...added, entry.key], removed };
}

export function withoutException({ added, removed }: Exceptions, key: string): Exceptions {
  const others = (keys: readonly string[]) => keys.filter((one) => one !== key);
  return { added: others(added), removed: others(removed) };
}

export const blankSpending: UsualSpendingFields = { entry: "", least: "", most: "", per: "person" };

export function withSpending(
  rows: readonly UsualSpendingFields[],
  at: number,
  change: Partial<UsualSpendingFields>,
): UsualSpendingFields[] {
  return rows.map((row, place) => (place === at ? { ...row, ...change } : row));
}

type Flat<F extends { limits: LimitFields }> = Omit<F, "limits"> & LimitFields;

export type ProductForm = Omit<Flat<ProductFields>, "conditions"> & { conditions: string } & Dating;

export function productForm({ fields, version }: ProductVersion, how: How): ProductForm {
  const { limits, conditions, ...rest } = fields;
  return { ...rest, ...limits, conditions: conditions.join("\n"), ...datingOf(version, how) };
}

export function productInput(product: string, form: ProductForm): Input<"change_product"> {
  const { conditions, ...rest } = without(form, [...datingKeys, ...limitKeys]);
  const fields = { ...rest, conditions: conditions.split("\n"), limits: limitsOf(form) };
  return { product, version: versionOf(form), fields };
}

export type AgreementForm = Omit<Flat<AgreementFields>, "budget"> &
  BudgetRuleFields & {
    /** Whether the bank has a rule of its own. */
    own_rule: "" | "own";
  } & Dating;

/** A new agreement starts from the last one, without its end. */
export function agreementForm(last: AgreementView | null, how: How): AgreementForm {
  const { limits, budget, ...rest } = last?.fields ?? blankAgreement;
  const ends_on = how === "correct" ? rest.ends_on : "";
  const own_rule = budget === null ? "" : "own";
  return {
    ...rest,
    ...limits,
    ...(budget ?? blankRule),
    ends_on,
    own_rule,
    ...datingOf(last?.version ?? null, how),
  };
}

export function agreementFields(form: AgreementForm): AgreementFields {
  const rest = without(form, [...datingKeys, ...limitKeys, ...ruleKeys, "own_rule"]);
  return { ...rest, limits: limitsOf(form), budget: form.own_rule === "own" ? ruleOf(form) : null };
}

/** Whether one of the fields is filled. */
export function isStated<F>(form: F, fields: readonly (keyof F)[]): boolean {
  return fields.some((field) => String(form[field]).trim() !== "");
}

/** A rule as most state theirs. */
export const blankRule: BudgetRuleFields = {
  added: [],
  removed: [],
  divisor: "persons",
  unit_label: "",
  unit_first: "",
  unit_adult: "",
  unit_child: "",
  unit_adult_from: "",
  unit_lone_parent: "",
  period: "month",
  instalment: "included",
  threshold: "",
  debt_ratio_max: "",
  income_ceiling: "",
  income_by_persons: "",
  income_quotient: "",
};

const ruleKeys = Object.keys(blankRule) as (keyof BudgetRuleFields)[];

/** The rule of a form that holds more. */
export function ruleOf(form: BudgetRuleFields): BudgetRuleFields {
  return Object.fromEntries(ruleKeys.map((key) => [key, form[key]])) as unknown as BudgetRuleFields;
}

export const blankLender: LenderFields = {
  name: "",
  contact: "",
  contact_role: "",
  phone: "",
  email: "",
  address: "",
  others: [],
};

const blankAgreement: AgreementFields = {
  ends_on: "",
  accredited: "",
  products: [],
  purposes: [],
  limits: {
    amount_min: "",
    amount_max: "",
    months_min: "",
    months_max: "",
    exceptional_amount_max: "",
    exceptional_months_max: "",
    sub_limits: [],
  },
  rate: "",
  rate_lines: [],
  interest_only_max: "",
  interest_only_later_max: "",
  deferred_max: "",
  first_period: "one_month",
  file_fee: "",
  fee_payment: "",
  insurance: "",
  guarantor: "",
  answer_days: "",
  notification: "",
  domiciliation: "",
  account_monthly: "",
  account_once: "",
  account_note: "",
  alert_days: "",
  deferrals: "",
  debit_day: "",
  budget: null,
  documents_added: [],
  documents_left_out: [],
  file_parts: [],
  documents_first: [],
  attachment_megabytes: "",
  questions: [],
  own_form: "",
  principle_days: "",
  file_form: "",
  refusal_terms: "",
  alert_scope: "",
  alert_form: "",
  deferral_terms: "",
  workshops: "",
  meetings: "",
  training: "",
  statistics: "",
  renewal: "",
  note: "",
};

const datingKeys = ["how", "corrects", "from", "source", "reason"] as const;
const limitKeys = [
  "amount_min",
  "amount_max",
  "months_min",
  "months_max",
  "exceptional_amount_max",
  "exceptional_months_max",
  "sub_limits",
] as const;

/** The limits of a form; a ceiling of its own left blank is none. */
function limitsOf(form: LimitFields): LimitFields {
  const { amount_min, amount_max, months_min, months_max, exceptional_amount_max, exceptional_months_max } =
    form;
  const sub_limits = form.sub_limits.filter(
    (limit) => limit.purpose !== "" || limit.amount_max.trim() !== "",
  );
  return {
    amount_min,
    amount_max,
    months_min,
    months_max,
    exceptional_amount_max,
    exceptional_months_max,
    sub_limits,
  };
}

function without<F extends object, K extends keyof F>(form: F, keys: readonly K[]): Omit<F, K> {
  const left = Object.entries(form).filter(([key]) => !keys.some((one) => one === key));
  return Object.fromEntries(left) as Omit<F, K>;
}

export function withSubLimit(
  limits: readonly SubLimitFields[],
  at: number,
  change: Partial<SubLimitFields>,
): SubLimitFields[] {
  return limits.map((limit, place) => (place === at ? { ...limit, ...change } : limit));
}

/** Whether a bank asks for more than its file says. */
export function isAskedMore({ questions, own_form }: AgreementForm): boolean {
  return questions.length > 0 || own_form !== "";
}

/** Whether a bank wants its file otherwise than most: another order, a size. */
export function isFiledOtherwise({ file_parts, documents_first, attachment_megabytes }: AgreementForm) {
  return file_parts.length > 0 || documents_first.length > 0 || attachment_megabytes.trim() !== "";
}

/** A key one place up or down. */
export function movedBy(keys: readonly string[], key: string, by: -1 | 1): string[] {
  const at = keys.indexOf(key);
  const other = keys[at + by];
  if (at < 0 || other === undefined) return [...keys];
  return keys.map((one, place) => (place === at ? other : place === at + by ? key : one));
}

/** A key more or less, in the order it was ticked. */
export function toggled(keys: readonly string[], key: string): string[] {
  return keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
}

/** The entries a new one may be counted with. */
export function likes(list: ListView): Choice[] {
  const offered = list.entries.filter((entry) => !entry.retired);
  return offered.map(({ key, label, group }) => ({ key, label, group, retired: false }));
}

export type LegalForm = Input<"set_legal_value">;

export function legalForm(topic: LegalTopicView): LegalForm {
  return { topic: topic.key, value: "", from: "", until: "", source: "", weak: false };
}
