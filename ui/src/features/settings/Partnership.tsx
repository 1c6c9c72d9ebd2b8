// What an agreement says of the partnership itself: the file, the answers, the alerts, the meetings, its end.

import type { Form } from "../../ipc/form.ts";
import type { LendersView } from "../../ipc/types.ts";
import { Select } from "../../parts/Select.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { Fold } from "./Fold.tsx";
import { type AgreementForm, isStated } from "./logic.ts";
import * as words from "./words.ts";

const fields = [
  "principle_days",
  "file_form",
  "refusal_terms",
  "alert_scope",
  "alert_form",
  "deferral_terms",
  "workshops",
  "meetings",
  "training",
  "statistics",
  "renewal",
] as const;

interface PartnershipProps {
  form: Form<AgreementForm>;
  view: LendersView;
}

export function Partnership({ form, view }: PartnershipProps) {
  const count = { class: "half", optional: true, width: "w-short", inputMode: "numeric" } as const;
  const said = { optional: true } as const;
  return (
    <Fold summary={words.partnership} isStated={isStated(form.typed, fields)}>
      <div class="form">
        <TextField label={words.fileForm} hint={words.fileFormHint} {...said} {...form.tie("file_form")} />
        <TextField label={words.principleDays} hint={words.days} {...count} {...form.tie("principle_days")} />
        <TextField label={words.refusalTerms} {...said} {...form.tie("refusal_terms")} />
        <Select
          label={words.alertScope}
          blank={words.notSaid}
          options={view.alert_scopes}
          {...form.tie("alert_scope")}
        />
        <TextField label={words.alertForm} {...said} {...form.tie("alert_form")} />
        <TextField
          label={words.deferralTerms}
          hint={words.deferralTermsHint}
          {...said}
          {...form.tie("deferral_terms")}
        />
        <TextField label={words.workshops} hint={words.aYear} {...count} {...form.tie("workshops")} />
        <TextField label={words.meetings} hint={words.aYear} {...count} {...form.tie("meetings")} />
        <TextField label={words.training} {...said} {...form.tie("training")} />
        <TextField label={words.statistics} {...said} {...form.tie("statistics")} />
        <Select
          label={words.atItsEnd}
          blank={words.notSaid}
          options={view.renewals}
          {...form.tie("renewal")}
        />
      </div>
    </Fold>
  );
}
