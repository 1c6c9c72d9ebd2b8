// The forms of the settings, filled from what is in force and turned into what
// the calls take. A form is flat: each refusal finds its field by its name.

import type { Input } from "../../ipc/kinds.ts";
import type {
  AgreementFields,
  AgreementView,
  Choice,
  LegalTopicView,
  LenderFields,
  LimitFields,
  ListView,
  OfficeView,
  ProductFields,
  ProductVersion,
  RuleFields,
  RulesVersion,
  SubLimitFields,
  TypedVersion,
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

export type RulesForm = RuleFields & Dating;

export function rulesForm({ fields, version }: RulesVersion, how: How): RulesForm {
  return { ...fields, ...datingOf(version, how) };
}

export function rulesInput(form: RulesForm): Input<"set_office_rules"> {
  return { version: versionOf(form), fields: without(form, datingKeys) };
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

export type AgreementForm = Flat<AgreementFields> & Dating;

/** A new agreement starts from the last one, without its end. */
export function agreementForm(last: AgreementView | null, how: How): AgreementForm {
  const { limits, ...rest } = last?.fields ?? blankAgreement;
  const ends_on = how === "correct" ? rest.ends_on : "";
  return { ...rest, ...limits, ends_on, ...datingOf(last?.version ?? null, how) };
}

export function agreementFields(form: AgreementForm): AgreementFields {
  return { ...without(form, [...datingKeys, ...limitKeys]), limits: limitsOf(form) };
}

export const blankLender: LenderFields = {
  name: "",
  contact: "",
  contact_role: "",
  phone: "",
  email: "",
  address: "",
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
  interest_only_max: "",
  file_fee: "",
  answer_days: "",
  notification: "",
  domiciliation: "",
  alert_days: "",
  deferrals: "",
  debit_day: "",
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
