import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useReferrers } from "../../ipc/referrers.ts";
import type { DossierView, PersonFields, RequestFields } from "../../ipc/types.ts";
import { ReferrerField } from "../../parts/ReferrerField.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import { CoBorrower } from "./CoBorrower.tsx";
import { Companions } from "./Companions.tsx";
import { FirstContactSheet } from "./FirstContact.tsx";
import { HouseholdSheet } from "./Household.tsx";
import { Found, Identity, type SheetProps } from "./Identity.tsx";
import { Known } from "./Known.tsx";
import { OtherDossiers } from "./OtherDossiers.tsx";
import { useFields } from "./useFields.ts";
import * as words from "./words.ts";

const never = () => false;

interface PersonProps {
  view: DossierView;
  onChanged: (view: DossierView) => void;
}

export function Person({ view, onChanged }: PersonProps) {
  const choices = useAnswer("choices", {}, never).value;
  const person = useFields<PersonFields>(view.id, "person", view.person, async (field, value) =>
    onChanged(await call("change_person", { dossier: view.id, field, value })),
  );
  const request = useFields<RequestFields>(view.id, "request", view.request, async (field, value) =>
    onChanged(await call("change_request", { dossier: view.id, field, value })),
  );
  return (
    <div class="columns wide-side">
      <div class="stack">
        <Found fields={person} />
        <Known view={view} onChanged={onChanged} />
        <Identity fields={person} choices={choices} />
        <HouseholdSheet view={view} choices={choices} onChanged={onChanged} />
        {view.co_borrower && (
          <CoBorrower view={view} saved={view.co_borrower} choices={choices} onChanged={onChanged} />
        )}
      </div>
      <div class="stack">
        <Found fields={request} />
        <RequestSheet fields={request} choices={choices} received={view.received_on.text} />
        <Companions view={view} choices={choices} onChanged={onChanged} />
        <FirstContactSheet view={view} onChanged={onChanged} />
        <OtherDossiers others={view.others} />
      </div>
    </div>
  );
}

function RequestSheet({
  fields: { tie },
  choices,
  received,
}: SheetProps<RequestFields> & { received: string }) {
  const referrers = useReferrers();
  return (
    <Sheet title={words.request} note={words.requestNote(received)}>
      <div class="body">
        <div class="form">
          <TextField label={words.projectLine} {...tie("project")} />
          <Select
            label={words.purpose}
            options={choices?.purposes ?? []}
            blank={words.toBeSpecified}
            {...tie("purpose")}
          />
          <MoneyField class="half" label={words.amount} {...tie("amount")} />
          <DateField class="half" label={words.receivedOn} {...tie("received_on")} />
          <Select label={words.origin} options={choices?.origins ?? []} {...tie("origin")} />
          <Select
            label={words.howHeard}
            options={choices?.how_heard ?? []}
            blank={words.unknown}
            {...tie("how_heard")}
          />
          <ReferrerField known={referrers} label={words.referrer} blank={words.nobody} {...tie("referrer")} />
          {tie("referrer").value !== "" && (
            <Select
              label={words.feedback}
              options={choices?.feedback_agreements ?? []}
              blank={tie("feedback").value === "" ? words.notAsked : undefined}
              {...tie("feedback")}
            />
          )}
          <DateField class="half" label={words.nextDate} {...tie("next_date")} />
          <TextField label={words.nextWhat} {...tie("next_what")} />
        </div>
      </div>
    </Sheet>
  );
}
