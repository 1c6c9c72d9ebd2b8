import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { Choices, DossierView, PersonFields, RequestFields } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import { HouseholdSheet } from "./Household.tsx";
import { labelOf } from "./logic.ts";
import { type Fields, useFields } from "./useFields.ts";
import { words } from "./words.ts";

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
    <div class="cols dos">
      <div class="stack">
        <Found fields={person} />
        <Identity fields={person} choices={choices} />
        <HouseholdSheet view={view} choices={choices} onChanged={onChanged} />
      </div>
      <div class="stack">
        <Found fields={request} />
        <RequestSheet fields={request} choices={choices} received={view.received_on.text} />
      </div>
    </div>
  );
}

interface FoundProps {
  fields: { found: string | null; unsaved: readonly (keyof typeof labelOf)[]; giveUp: () => void };
}

function Found({ fields }: FoundProps) {
  if (fields.found === null) return null;
  return (
    <Notice
      tone="info"
      title={words.draftFound(fields.found)}
      actions={
        <Button small onClick={fields.giveUp}>
          {words.giveUp}
        </Button>
      }
    >
      {words.draftFields(fields.unsaved.map((field) => labelOf[field]))}
    </Notice>
  );
}

interface SheetProps<F> {
  fields: Fields<F>;
  choices: Choices | null;
}

function Identity({ fields: { tie }, choices }: SheetProps<PersonFields>) {
  return (
    <Sheet title={words.identity} note={words.identityNote}>
      <div class="body">
        <div class="form six">
          <Select
            class="t3"
            label={words.title}
            options={choices?.titles ?? []}
            blank={words.unknown}
            {...tie("title")}
          />
          <TextField class="t3" label={words.lastName} {...tie("last_name")} />
          <TextField class="t3" label={words.birthName} {...tie("birth_name")} />
          <TextField class="t3" label={words.firstName} {...tie("first_name")} />
          <TextField
            class="t3"
            label={words.bornOn}
            inputMode="numeric"
            placeholder={words.dateForm}
            {...tie("born_on")}
          />
          <TextField class="t3" label={words.birthPlace} {...tie("birth_place")} />
          <TextField class="t3" label={words.phone} inputMode="tel" {...tie("phone")} />
          <TextField class="t3" label={words.email} inputMode="email" {...tie("email")} />
          <TextField class="t6" label={words.address} {...tie("address")} />
          <TextField class="t2" label={words.postalCode} inputMode="numeric" {...tie("postal_code")} />
          <TextField class="t4" label={words.commune} {...tie("commune")} />
          <Select
            class="t4"
            label={words.familySituation}
            options={choices?.family_situations ?? []}
            blank={words.unknown}
            {...tie("family_situation")}
          />
          <Select
            class="t4"
            label={words.housing}
            options={choices?.housing ?? []}
            blank={words.unknown}
            {...tie("housing")}
          />
          <Select
            class="t4"
            label={words.employment}
            options={choices?.employment ?? []}
            blank={words.unknown}
            {...tie("employment")}
          />
          <TextField label={words.occupation} {...tie("occupation")} />
        </div>
      </div>
    </Sheet>
  );
}

function RequestSheet({
  fields: { tie },
  choices,
  received,
}: SheetProps<RequestFields> & { received: string }) {
  return (
    <Sheet title={words.request} note={words.requestNote(received)}>
      <div class="body">
        <div class="form">
          <TextField label={words.project} {...tie("project")} />
          <Select
            label={words.purpose}
            options={choices?.purposes ?? []}
            blank={words.toBeSpecified}
            {...tie("purpose")}
          />
          <MoneyField class="h" label={words.amount} {...tie("amount")} />
          <DateField class="h" label={words.receivedOn} {...tie("received_on")} />
          <Select label={words.origin} options={choices?.origins ?? []} {...tie("origin")} />
          <DateField class="h" label={words.nextDate} {...tie("next_date")} />
          <TextField label={words.nextWhat} {...tie("next_what")} />
        </div>
      </div>
    </Sheet>
  );
}
