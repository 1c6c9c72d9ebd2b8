import { call } from "../../ipc/call.ts";
import { type Form, useForm } from "../../ipc/form.ts";
import type { AgreementView, LendersView } from "../../ipc/types.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import { AgreementRates } from "./AgreementRates.tsx";
import { BudgetRule } from "./BudgetRule.tsx";
import { Checks } from "./Checks.tsx";
import { DocumentsAsked } from "./DocumentsAsked.tsx";
import { FileOrder } from "./FileOrder.tsx";
import { Fold } from "./Fold.tsx";
import { LimitFields } from "./LimitFields.tsx";
import {
  type AgreementForm,
  agreementFields,
  agreementForm,
  type How,
  isStated,
  versionOf,
} from "./logic.ts";
import { OpenedForm } from "./OpenedForm.tsx";
import { OwnQuestions } from "./OwnQuestions.tsx";
import { Partnership } from "./Partnership.tsx";
import { DatingFields } from "./Versions.tsx";
import * as words from "./words.ts";

interface EditProps {
  lender: string;
  /** The one corrected, or the last one, which a new one starts from. */
  agreement: AgreementView | null;
  how: How;
  view: LendersView;
  onChanged: (view: LendersView) => void;
  onClose: () => void;
}

/** Signing an agreement, or correcting one. */
export function AgreementEdit({ lender, agreement, how, view, onChanged, onClose }: EditProps) {
  const key = `agreement ${lender} ${agreement?.version.from.iso ?? ""} ${how}`;
  const form = useForm<AgreementForm>({
    name: key,
    recorded: agreementForm(agreement, how),
    send: async (typed) => {
      const fields = agreementFields(typed);
      const { from, source } = typed;
      onChanged(
        typed.how === "correct"
          ? await call("correct_agreement", { lender, version: versionOf(typed), fields })
          : await call("sign_agreement", { lender, from, source, fields }),
      );
      return words.saved;
    },
  });
  return (
    <OpenedForm form={form} label={words.save} onClose={onClose}>
      <DatingFields form={form} version={agreement?.version ?? null} choice={false} />
      <Money form={form} view={view} />
      <AgreementRates form={form} view={view} />
      <LimitFields form={form} purposes={view.purposes} />
      <OtherTerms form={form} view={view} />
      <Covered form={form} view={view} />
      <Life form={form} view={view} />
      <Partnership form={form} view={view} />
      <Account form={form} />
      <OwnRule form={form} view={view} />
      <DocumentsAsked form={form} view={view} />
      <FileOrder form={form} view={view} />
      <OwnQuestions form={form} view={view} />
      <TextField label={words.note} optional {...form.tie("note")} />
    </OpenedForm>
  );
}

interface PartProps {
  form: Form<AgreementForm>;
  view: LendersView;
}

function Money({ form, view }: PartProps) {
  return (
    <div class="form">
      <TextField
        label={form.typed.rate_lines.length > 0 ? words.otherRate : words.rate}
        class="half"
        optional
        hint={view.general_rate}
        width="w-short"
        inputMode="decimal"
        {...form.tie("rate", "rate")}
      />
      <MoneyField
        label={words.fileFee}
        class="half"
        optional
        hint={words.zeroIsNone}
        {...form.tie("file_fee", "amount")}
      />
      <DateField
        label={words.endsOn}
        class="half"
        optional
        hint={words.endsOnHint}
        {...form.tie("ends_on", "next_date")}
      />
    </div>
  );
}

/** What a plain agreement does not speak of. */
const otherTerms = [
  "interest_only_max",
  "interest_only_later_max",
  "deferred_max",
  "fee_payment",
  "insurance",
  "guarantor",
] as const;

function OtherTerms({ form, view }: PartProps) {
  const isAny = isStated(form.typed, otherTerms) || form.typed.first_period !== "one_month";
  return (
    <Fold summary={words.otherTerms} isStated={isAny}>
      <div class="form">
        <Count form={form} label={words.interestOnly} field="interest_only_max" hint={words.zeroIsNone} />
        <Count
          form={form}
          label={words.interestOnlyLater}
          field="interest_only_later_max"
          hint={words.zeroIsNone}
        />
        <Count form={form} label={words.deferred} field="deferred_max" hint={words.deferredHint} />
        <Select
          label={words.feePayment}
          class="half"
          blank={words.notSaid}
          options={view.fee_payments}
          {...form.tie("fee_payment")}
        />
        <Select
          label={words.firstPeriod}
          hint={words.firstPeriodHint}
          options={view.first_periods}
          {...form.tie("first_period")}
        />
        <Select
          label={words.insurance}
          class="half"
          blank={words.notSaidOf}
          options={view.insurances}
          {...form.tie("insurance")}
        />
        <Segmented
          legend={words.personalGuarantor}
          class="half"
          options={yesOrNo}
          {...form.tie("guarantor")}
        />
      </div>
    </Fold>
  );
}

function Account({ form }: { form: Form<AgreementForm> }) {
  const isAny = isStated(form.typed, ["account_monthly", "account_once", "account_note"]);
  return (
    <Fold summary={words.account} isStated={isAny}>
      <p class="hint">{words.accountHint}</p>
      <div class="form">
        <MoneyField label={words.perMonth} class="half" optional {...form.tie("account_monthly", "amount")} />
        <MoneyField
          label={words.accountOnce}
          class="half"
          optional
          hint={words.accountOnceHint}
          {...form.tie("account_once", "amount")}
        />
        <TextField
          label={words.prosAndCons}
          optional
          hint={words.accountNoteHint}
          {...form.tie("account_note")}
        />
      </div>
    </Fold>
  );
}

const whoseRule = [
  { key: "", label: words.officeRule },
  { key: "own", label: words.bankRule },
];

function OwnRule({ form, view }: PartProps) {
  const { own_rule } = form.typed;
  return (
    <Fold summary={words.budgetOfBank} isStated={own_rule === "own"}>
      <Segmented
        legend={words.whoseRule}
        options={whoseRule}
        value={own_rule}
        onInput={(key) => form.put({ own_rule: key === "own" ? "own" : "" })}
        hint={words.whoseRuleHint}
      />
      {own_rule === "own" && <BudgetRule form={form} choices={view.budget} />}
    </Fold>
  );
}

const yesOrNo = [
  { key: "", label: words.notSaid },
  { key: "yes", label: words.yes },
  { key: "no", label: words.no },
];

function Covered({ form, view }: PartProps) {
  return (
    <>
      <Segmented legend={words.accredited} options={yesOrNo} {...form.tie("accredited")} />
      <Checks
        legend={words.covers}
        name="products"
        options={view.products}
        chosen={form.typed.products}
        hint={words.coversHint}
        error={form.errorOf("products")}
        onChange={(products) => form.put({ products })}
      />
      <Checks
        legend={words.financed}
        name="purposes"
        options={view.categories}
        chosen={form.typed.purposes}
        error={form.errorOf("purposes")}
        onChange={(purposes) => form.put({ purposes })}
      />
    </>
  );
}

function Life({ form, view }: PartProps) {
  return (
    <div class="form">
      <Count form={form} label={words.answer} field="answer_days" hint={words.days} />
      <Select
        label={words.whoTells}
        class="half"
        blank={words.notSaid}
        options={view.notifications}
        {...form.tie("notification")}
      />
      <Select
        label={words.domiciliation}
        class="half"
        blank={words.notSaid}
        options={view.domiciliations}
        {...form.tie("domiciliation")}
      />
      <Count form={form} label={words.alert} field="alert_days" hint={words.days} />
      <Count form={form} label={words.deferrals} field="deferrals" hint={words.deferralsHint} />
      <Count form={form} label={words.debitDay} field="debit_day" />
    </div>
  );
}

interface CountProps {
  form: Form<AgreementForm>;
  label: string;
  field:
    | "interest_only_max"
    | "interest_only_later_max"
    | "deferred_max"
    | "answer_days"
    | "alert_days"
    | "deferrals"
    | "debit_day";
  hint?: string;
}

function Count({ form, label, field, hint }: CountProps) {
  return (
    <TextField
      label={label}
      class="half"
      optional
      hint={hint}
      width="w-short"
      inputMode="numeric"
      {...form.tie(field)}
    />
  );
}
