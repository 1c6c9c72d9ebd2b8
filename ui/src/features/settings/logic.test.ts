import { expect, test } from "vitest";
import type {
  AgreementView,
  BudgetEntry,
  OfficeView,
  ProductVersion,
  RuleFields,
  SettingVersion,
  Version,
} from "../../ipc/types.ts";
import {
  agreementFields,
  agreementForm,
  blankRule,
  blankSpending,
  datedForm,
  datedInput,
  datingOf,
  entriesLeft,
  exceptionsOf,
  isSame,
  isStated,
  likes,
  movedBy,
  numberingForm,
  officeForm,
  productForm,
  productInput,
  rulesForm,
  rulesInput,
  spendingEntries,
  toggled,
  turned,
  versionOf,
  withException,
  withoutException,
  withSpending,
  withSubLimit,
  withTask,
} from "./logic.ts";

const office: OfficeView = {
  name: "CCAS de Valbourg",
  advisor: "Nadia Ferrand",
  address: "4 place de la Fontaine, 99120 Valbourg",
  phone: "05 36 49 00 12",
  advisor_title: "not_stated",
  advisor_role: "",
  advisor_phone: "",
  email: "",
  presence: "",
  data_contact: "",
  town: "Valbourg",
  complaints: "",
  delegation: "",
  commission_address: "",
  treasury_address: "",
  has_logo: false,
  reference_prefix: "",
  reference_width: 3,
  next_reference: "2026-054",
  numbering_to_come: null,
  first_next_date_days: 30,
};

const version: Version = {
  from: { iso: "2024-03-12", text: "12 mars 2024" },
  period: "depuis le 12 mars 2024",
  source: "Délibération n° 2024-17",
  state: "in_force",
};

const limits = {
  amount_min: "300,00",
  amount_max: "3 000,00",
  months_min: "6",
  months_max: "36",
  exceptional_amount_max: "",
  exceptional_months_max: "",
  sub_limits: [],
};

test("the_forms_start_from_what_is_in_force", () => {
  expect(officeForm(office).advisor).toBe("Nadia Ferrand");
  expect(officeForm(office)).not.toHaveProperty("next_reference");
  expect(numberingForm(office, "24/11/2026")).toEqual({ prefix: "", width: "3", from: "24/11/2026" });
});

test("a_form_typed_back_is_the_same", () => {
  expect(isSame(officeForm(office), { ...officeForm(office) })).toBe(true);
  expect(isSame(officeForm(office), { ...officeForm(office), phone: "" })).toBe(false);
});

test("a_change_names_no_version_and_a_correction_names_its_own", () => {
  const change = {
    ...datingOf(version, "change"),
    source: "Délibération n° 2026-31",
    reason: "tapé puis laissé",
  };
  expect(versionOf(change)).toEqual({
    corrects: "",
    from: "",
    source: "Délibération n° 2026-31",
    reason: "",
  });
  const correction = datingOf(version, "correct");
  expect(versionOf(correction).corrects).toBe("2024-03-12");
  expect(correction.source).toBe("Délibération n° 2024-17");
});

test("a_source_that_was_typed_survives_changing_ones_mind", () => {
  const typed = { ...datingOf(version, "change"), source: "Avenant" };
  expect(turned(typed, "correct", version).source).toBe("Avenant");
  expect(turned(datingOf(version, "change"), "correct", version).source).toBe("Délibération n° 2024-17");
  expect(turned(datingOf(version, "correct"), "change", version).source).toBe("");
});

test("a_product_goes_into_its_form_and_comes_back", () => {
  const product: ProductVersion = {
    version,
    fields: {
      label: "Microcrédit personnel",
      limits,
      rate_max: "",
      purposes: ["mobility"],
      guarantor: "fcs",
      guarantee_percent: "50",
      support: "follow_up",
      follow_up_plan: "",
      conditions: ["Taux fixe.", "Caution à éviter."],
    },
    clauses: [],
  };
  const input = productInput("national_guide", productForm(product, "change"));
  expect(input.fields).toEqual(product.fields);
  expect(input.version.corrects).toBe("");
});

test("a_new_agreement_copies_the_last_one_without_its_end", () => {
  const last = {
    version,
    fields: {
      ...agreementFields(agreementForm(null, "change")),
      limits,
      rate: "4,00",
      ends_on: "31/12/2026",
    },
    clauses: [],
  } satisfies AgreementView;
  const form = agreementForm(last, "change");
  expect([form.rate, form.amount_max, form.ends_on]).toEqual(["4,00", "3 000,00", ""]);
  expect(agreementForm(last, "correct").ends_on).toBe("31/12/2026");
  expect(agreementFields(agreementForm(last, "correct"))).toEqual(last.fields);
});

test("a_ceiling_left_blank_is_none", () => {
  const form = { ...agreementForm(null, "change"), sub_limits: [{ purpose: "", amount_max: " " }] };
  expect(agreementFields(form).limits.sub_limits).toEqual([]);
  const typed = withSubLimit(form.sub_limits, 0, { purpose: "overdraft" });
  expect(agreementFields({ ...form, sub_limits: typed }).limits.sub_limits).toHaveLength(1);
});

test("a_box_is_ticked_and_unticked", () => {
  expect(toggled(["mobility"], "health")).toEqual(["mobility", "health"]);
  expect(toggled(["mobility", "health"], "mobility")).toEqual(["health"]);
});

test("a_new_entry_is_counted_with_one_that_is_offered", () => {
  const entry = { group: "Mobilité", after: "", help: null, own: false };
  const list = {
    name: "purposes" as const,
    label: "Objets du prêt",
    has_groups: true,
    has_after: true,
    entries: [
      { ...entry, key: "driving_licence", label: "Permis de conduire", retired: false },
      { ...entry, key: "wedding", label: "Mariage", retired: true },
    ],
  };
  expect(likes(list).map((choice) => choice.key)).toEqual(["driving_licence"]);
});

const entry = (key: string, section: string, counted: boolean): BudgetEntry => ({
  key,
  label: key,
  also: [],
  section,
  section_label: "Charges",
  group_label: "Logement",
  usual: false,
  usual_frequency: "monthly",
  help: null,
  counted,
});

const entries = [
  entry("salary_permanent", "income", true),
  entry("rent", "fixed_expense", true),
  entry("food", "running_expense", false),
];

test("a_rule_goes_flat_into_its_form_and_comes_back", () => {
  const rules: SettingVersion<RuleFields> = {
    version,
    fields: {
      budget: { ...blankRule, threshold: "250,00", removed: ["canteen"] },
      shared_custody: "half",
      usual_spending: [{ entry: "food", least: "", most: "250,00", per: "person" }],
      grid_lines: [],
      revolving_taeg: "23,56",
      target_public: "",
      decision_mode: "internal_commission",
      granting: "lender",
      charter: "tripartite",
      usual_rate_max: "4,50",
      answer_working_days: "2",
      warning_days: "",
      full_time_hours: "",
      small_numbers_under: "",
      headline: [],
      refund_moment: "",
      refund_base: "",
      refund_share: "",
      refund_condition: "",
      refund_payer: "",
      refund_decided_by: "",
      refund_resolution: "",
      refund_charged_to: "",
      refund_ordered_by: "",
      refund_postponed_late: "",
      refund_major_missed: "",
      refund_envelope: "",
    },
    clauses: [],
  };
  const form = rulesForm(rules, "change");
  expect([form.threshold, form.divisor]).toEqual(["250,00", "persons"]);
  expect(rulesInput(form).fields).toEqual(rules.fields);
  const typed = { ...form, usual_spending: [...form.usual_spending, blankSpending] };
  expect(rulesInput(typed).fields.usual_spending).toHaveLength(1);
});

test("an_exception_turns_what_the_list_says", () => {
  const counted = withException(blankRule, entry("food", "running_expense", false));
  const both = withException(counted, entry("rent", "fixed_expense", true));
  expect(both).toEqual({ added: ["food"], removed: ["rent"] });
  expect(exceptionsOf(both, entries).map(({ key, counted }) => [key, counted])).toEqual([
    ["rent", false],
    ["food", true],
  ]);
  expect(entriesLeft(both, entries).map(({ key }) => key)).toEqual(["salary_permanent"]);
  expect(withoutException(both, "rent")).toEqual({ added: ["food"], removed: [] });
});

test("only_what_is_spent_has_a_usual_amount", () => {
  expect(spendingEntries(entries).map(({ key }) => key)).toEqual(["rent", "food"]);
  expect(withSpending([blankSpending], 0, { most: "60" })).toEqual([{ ...blankSpending, most: "60" }]);
});

test("a_bank_without_a_rule_of_its_own_states_none", () => {
  const plain = agreementForm(null, "change");
  expect([plain.own_rule, agreementFields(plain).budget]).toEqual(["", null]);
  const own = { ...plain, own_rule: "own" as const, threshold: "10", period: "day" };
  expect(agreementFields(own).budget).toEqual({ ...blankRule, threshold: "10", period: "day" });
  expect(agreementFields(own)).not.toHaveProperty("own_rule");
  expect(agreementFields(own)).not.toHaveProperty("threshold");
  expect(isStated(plain, ["account_monthly", "account_once"])).toBe(false);
  expect(isStated({ ...plain, account_once: "15" }, ["account_monthly", "account_once"])).toBe(true);
});

test("delays_are_changed_from_a_date", () => {
  const tasks = [
    { key: "callback_request", days: "2", off: false },
    { key: "ask_reason", days: "5", off: false },
  ];
  const fields = {
    first_next_date_days: "30",
    renewal_days: "60",
    silent_months: "4",
    aid_recheck_months: "12",
    answer_default_days: "30",
    redirection_callback_days: "15",
    silence_days: "15",
    reminder_days: "21",
    arrears: {},
    tasks,
  };
  const changed = withTask(tasks, { key: "ask_reason", days: "8", off: true });
  expect(changed.map(({ days, off }) => [days, off])).toEqual([
    ["2", false],
    ["8", true],
  ]);
  const form = datedForm({ version, fields }, "change");
  expect(datedInput(form)).toEqual({ version: versionOf(form), fields });
});

test("a_line_moves_one_place_and_not_beyond_the_ends", () => {
  const keys = ["identity", "project", "budget"];
  expect(movedBy(keys, "budget", -1)).toEqual(["identity", "budget", "project"]);
  expect(movedBy(keys, "identity", 1)).toEqual(["project", "identity", "budget"]);
  expect(movedBy(keys, "identity", -1)).toEqual(keys);
  expect(movedBy(keys, "budget", 1)).toEqual(keys);
  expect(movedBy(keys, "annexes", 1)).toEqual(keys);
});
