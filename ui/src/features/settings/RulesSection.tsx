import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { Form } from "../../ipc/form.ts";
import type { RulesView } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { MoneyField, TextField } from "../../parts/TextField.tsx";
import { BudgetRule } from "./BudgetRule.tsx";
import { Checks } from "./Checks.tsx";
import { clausesOf, DatedHistory, DatedSheet, useDated } from "./DatedSheet.tsx";
import { FollowUpSheet } from "./FollowUpSheet.tsx";
import { GridLines } from "./GridLines.tsx";
import { type RulesForm, rulesForm, rulesInput } from "./logic.ts";
import { SafetySheet } from "./SafetySheet.tsx";
import { Trial } from "./Trial.tsx";
import { UsesSheet } from "./UsesSheet.tsx";
import { UsualSpending } from "./UsualSpending.tsx";
import * as words from "./words.ts";

export function RulesSection() {
  const { value: view, failure, set } = useAnswer("office_rules", {});
  const dated = useDated("rules", view?.versions);
  if (!view) return <Refused failure={failure} />;
  return (
    <div class="columns rules">
      <div class="stack">
        <DatedSheet
          title={words.section.rules}
          dated={dated}
          recorded={rulesForm}
          send={async (typed) => set(await call("set_office_rules", rulesInput(typed)))}
          says={clausesOf(words.rulesNote)}
        >
          {(form) => (
            <>
              <BudgetRule form={form} choices={view.budget} />
              <Trial form={form} />
              <Household form={form} view={view} />
              <GridLines form={form} delivered={view.grid_lines} />
              <UsualSpending form={form} shares={view.spending_shares} />
              <Own form={form} view={view} />
              <Refund form={form} view={view} />
            </>
          )}
        </DatedSheet>
        <UsesSheet />
        <FollowUpSheet />
        <SafetySheet />
      </div>
      <DatedHistory title={words.versions} dated={dated} />
    </div>
  );
}

interface PartProps {
  form: Form<RulesForm>;
  view: RulesView;
}

function Household({ form, view }: PartProps) {
  return (
    <div class="form">
      <Segmented
        legend={words.sharedCustody}
        class="half"
        options={view.custody_shares}
        {...form.tie("shared_custody")}
        hint={words.sharedCustodyHint}
      />
      <TextField
        label={words.targetPublic}
        class="half"
        optional
        hint={words.targetPublicHint}
        {...form.tie("target_public")}
      />
    </div>
  );
}

function Own({ form, view }: PartProps) {
  return (
    <div class="form">
      <Select
        label={words.decisionMode}
        class="half"
        options={view.decision_modes}
        {...form.tie("decision_mode")}
      />
      <Select label={words.granting} class="half" options={view.grantings} {...form.tie("granting")} />
      <Segmented legend={words.charter} options={view.charters} {...form.tie("charter")} />
      <TextField
        label={words.usualRate}
        class="half"
        optional
        hint={words.usualRateHint}
        width="w-short"
        inputMode="decimal"
        {...form.tie("usual_rate_max", "rate")}
      />
      <TextField
        label={words.revolvingTaeg}
        class="half"
        optional
        hint={words.revolvingTaegHint}
        width="w-short"
        inputMode="decimal"
        {...form.tie("revolving_taeg", "rate")}
      />
      <TextField
        label={words.answerDays}
        class="half"
        hint={words.answerDaysHint}
        width="w-short"
        inputMode="numeric"
        {...form.tie("answer_working_days")}
      />
      <TextField
        label={words.warningDays}
        class="half"
        optional
        hint={words.warningDaysHint}
        width="w-short"
        inputMode="numeric"
        {...form.tie("warning_days")}
      />
      <TextField
        label={words.fullTimeHours}
        class="half"
        optional
        hint={words.fullTimeHint}
        width="w-short"
        inputMode="numeric"
        {...form.tie("full_time_hours")}
      />
      <TextField
        label={words.smallNumbers}
        class="half"
        optional
        hint={words.smallNumbersHint}
        width="w-short"
        inputMode="numeric"
        {...form.tie("small_numbers_under")}
      />
      <Checks
        legend={words.headline}
        hint={words.headlineHint}
        name="headline"
        options={view.headline_figures}
        chosen={form.typed.headline}
        error={form.errorOf("headline")}
        onChange={(headline) => form.put({ headline })}
      />
    </div>
  );
}

function Refund({ form, view }: PartProps) {
  const uses = useAnswer("office_uses", {});
  const isUsed = uses.value?.today.refunds !== false || form.typed.refund_moment !== "";
  if (!isUsed) return null;
  return (
    <fieldset>
      <legend>{words.refund}</legend>
      <div class="form">
        <Select
          label={words.refundMoment}
          class="half"
          blank={words.noRefund}
          options={view.refund_moments}
          {...form.tie("refund_moment")}
        />
        {form.typed.refund_moment !== "" && (
          <>
            <Select
              label={words.refundBase}
              class="half"
              blank={words.choose}
              options={view.refund_bases}
              {...form.tie("refund_base")}
            />
            <TextField
              label={words.refundShare}
              class="half"
              hint={words.refundShareHint}
              width="w-short"
              inputMode="numeric"
              {...form.tie("refund_share")}
            />
            <Select
              label={words.refundCondition}
              class="half"
              blank={words.choose}
              options={view.refund_conditions}
              {...form.tie("refund_condition")}
            />
            <TextField label={words.refundPayer} class="half" {...form.tie("refund_payer")} />
            <TextField
              label={words.refundDecidedBy}
              class="half"
              optional
              {...form.tie("refund_decided_by")}
            />
            <TextField label={words.refundResolution} optional {...form.tie("refund_resolution")} />
            <TextField
              label={words.refundChargedTo}
              class="half"
              optional
              hint={words.refundChargedToHint}
              {...form.tie("refund_charged_to")}
            />
            <TextField
              label={words.refundOrderedBy}
              class="half"
              optional
              {...form.tie("refund_ordered_by")}
            />
            <TextField
              label={words.refundMajorMissed}
              class="half"
              optional
              hint={words.refundMajorHint}
              width="w-short"
              inputMode="numeric"
              {...form.tie("refund_major_missed")}
            />
            <MoneyField label={words.refundEnvelope} class="half" optional {...form.tie("refund_envelope")} />
            <Select
              label={words.refundPostponed}
              class="half"
              blank={words.no}
              options={[{ key: "yes", label: words.yes }]}
              {...form.tie("refund_postponed_late")}
            />
          </>
        )}
      </div>
    </fieldset>
  );
}
