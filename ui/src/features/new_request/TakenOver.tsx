// A dossier begun before Étrier, or received another day: its steps, a month or a year where no more is known.

import { useAnswer } from "../../ipc/answers.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Select } from "../../parts/Select.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import type { FieldName } from "./logic.ts";
import { type Request, tie } from "./useRequest.ts";
import * as words from "./words.ts";

const never = () => false;

export function TakenOver({ request }: { request: Request }) {
  const lenders = useAnswer("lenders", {}, never);
  const known = (label: string, name: FieldName) => (
    <TextField label={label} width="w-date" placeholder={words.knownForm} {...tie(request, name)} />
  );
  return (
    <>
      <Refused failure={lenders.failure} />
      <DateField label={words.receivedOn} {...tie(request, "received_on")} />
      <TextField class="grow" label={words.from} {...tie(request, "from")} />
      {known(words.decidedOn, "decided_on")}
      <Select
        label={words.lender}
        options={(lenders.value?.lenders ?? []).map((one) => ({ key: one.key, label: one.fields.name }))}
        blank={words.unknown}
        {...tie(request, "lender")}
      />
      {known(words.sentOn, "sent_on")}
      {known(words.bankAgreement, "approved_on")}
      {known(words.signedOn, "signed_on")}
      <MoneyField label={words.loanAmount} {...tie(request, "loan_amount")} />
      <TextField label={words.annualRate} width="w-money" {...tie(request, "annual_rate")} />
      <TextField label={words.monthsLong} width="w-money" {...tie(request, "months")} />
      {known(words.disbursedOn, "disbursed_on")}
      <TextField label={words.firstDueOn} width="w-date" {...tie(request, "first_due_on")} />
      {known(words.repaidOn, "repaid_on")}
      <TextField class="whole" label={words.notKnown} {...tie(request, "known")} />
    </>
  );
}
