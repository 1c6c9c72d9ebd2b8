// A dossier begun before Étrier, folded while nothing of it is known: its steps, a month or a year where no more is known.

import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { MoneyField, TextField } from "../../parts/TextField.tsx";
import { type FieldName, isTakenOver } from "./logic.ts";
import { type Request, tie } from "./useRequest.ts";
import * as words from "./words.ts";

const never = () => false;

export function TakenOver({ request }: { request: Request }) {
  const [open, setOpen] = useState(false);
  const isOpen = open || isTakenOver(request.typed);
  return (
    <Sheet title={words.elsewhere}>
      <details
        class="body more"
        open={isOpen}
        onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}
      >
        <Summary>{words.takeOver}</Summary>
        {isOpen && <Steps request={request} />}
      </details>
    </Sheet>
  );
}

function Steps({ request }: { request: Request }) {
  const lenders = useAnswer("lenders", {}, never);
  const known = (label: string, name: FieldName) => (
    <TextField
      class="half"
      label={label}
      optional
      width="w-date"
      placeholder={words.knownForm}
      {...tie(request, name)}
    />
  );
  return (
    <div class="form">
      <Refused failure={lenders.failure} />
      <p class="hint">{words.takeOverHint}</p>
      <TextField label={words.from} hint={words.fromHint} {...tie(request, "from")} />
      {known(words.decidedOn, "decided_on")}
      <Select
        class="half"
        label={words.lender}
        optional
        options={(lenders.value?.lenders ?? []).map((one) => ({ key: one.key, label: one.fields.name }))}
        blank={words.unknown}
        {...tie(request, "lender")}
      />
      {known(words.sentOn, "sent_on")}
      {known(words.bankAgreement, "approved_on")}
      {known(words.signedOn, "signed_on")}
      <MoneyField class="half" label={words.loanAmount} optional {...tie(request, "loan_amount")} />
      <TextField
        class="half"
        label={words.annualRate}
        optional
        width="w-money"
        {...tie(request, "annual_rate")}
      />
      <TextField class="half" label={words.monthsLong} optional width="w-money" {...tie(request, "months")} />
      {known(words.disbursedOn, "disbursed_on")}
      <TextField
        class="half"
        label={words.firstDueOn}
        optional
        width="w-date"
        {...tie(request, "first_due_on")}
      />
      {known(words.repaidOn, "repaid_on")}
      <TextField label={words.notKnown} optional {...tie(request, "known")} />
    </div>
  );
}
