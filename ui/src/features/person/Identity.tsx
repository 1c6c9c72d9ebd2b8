// What is known of a person: names, birth, how to reach them, their situation.

import type { Choices, PersonFields } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { labelOf } from "./logic.ts";
import type { Fields } from "./useFields.ts";
import * as words from "./words.ts";

export interface SheetProps<F> {
  fields: Fields<F>;
  choices: Choices | null;
}

interface FoundProps {
  fields: { found: string | null; unsaved: readonly (keyof typeof labelOf)[]; giveUp: () => void };
}

export function Found({ fields }: FoundProps) {
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

export function Identity({ fields, choices }: SheetProps<PersonFields>) {
  return (
    <Sheet title={words.identity} note={words.identityNote}>
      <div class="body">
        <div class="form twelve">
          <Names fields={fields} choices={choices} />
          <Situation fields={fields} choices={choices} />
          <Work fields={fields} choices={choices} />
        </div>
        <More fields={fields} choices={choices} />
      </div>
    </Sheet>
  );
}

export function Names({ fields: { tie }, choices }: SheetProps<PersonFields>) {
  return (
    <>
      <Select
        class="span-3"
        label={words.title}
        options={choices?.titles ?? []}
        blank={words.unknown}
        {...tie("title")}
      />
      <TextField class="span-3" label={words.lastName} {...tie("last_name")} />
      <TextField class="span-3" label={words.birthName} {...tie("birth_name")} />
      <TextField class="span-3" label={words.firstName} {...tie("first_name")} />
      <TextField
        class="span-3"
        label={words.bornOn}
        inputMode="numeric"
        placeholder={words.dateForm}
        {...tie("born_on")}
      />
      <TextField class="span-3" label={words.birthPlace} {...tie("birth_place")} />
      <TextField class="span-3" label={words.phone} inputMode="tel" {...tie("phone")} />
      <TextField class="span-3" label={words.email} inputMode="email" {...tie("email")} />
    </>
  );
}

function Situation({ fields: { tie }, choices }: SheetProps<PersonFields>) {
  return (
    <>
      <TextField class="span-6" label={words.address} {...tie("address")} />
      <TextField class="span-2" label={words.postalCode} inputMode="numeric" {...tie("postal_code")} />
      <TextField class="span-4" label={words.commune} {...tie("commune")} />
      <Select
        class="span-4"
        label={words.familySituation}
        options={choices?.family_situations ?? []}
        blank={words.unknown}
        {...tie("family_situation")}
      />
      <Select
        class="span-4"
        label={words.housing}
        options={choices?.housing ?? []}
        blank={words.unknown}
        {...tie("housing")}
      />
    </>
  );
}

/** What they live from. */
export function Work({ fields: { tie }, choices }: SheetProps<PersonFields>) {
  return (
    <>
      <Select
        class="span-4"
        label={words.employment}
        options={choices?.employment ?? []}
        blank={words.unknown}
        {...tie("employment")}
      />
      <TextField label={words.occupation} {...tie("occupation")} />
    </>
  );
}

/** What few papers print: folded until one of them is known. */
export function More({ fields: { tie }, choices }: SheetProps<PersonFields>) {
  const held = ["contract", "employer", "bank", "known_for", "contact_note"] as const;
  return (
    <details class="more" open={held.some((field) => tie(field).value !== "")}>
      <Summary>{words.more}</Summary>
      <div class="form twelve">
        <TextField class="span-3" label={words.contract} {...tie("contract")} />
        <TextField class="span-3" label={words.employer} {...tie("employer")} />
        <TextField class="span-3" label={words.bank} {...tie("bank")} />
        <Select
          class="span-3"
          label={words.paymentMeans}
          options={choices?.payment_means ?? []}
          blank={words.unknown}
          {...tie("payment_means")}
        />
        <TextField class="span-3" label={words.housingSince} {...tie("housing_since")} />
        <TextField class="span-3" label={words.neighbourhood} {...tie("neighbourhood")} />
        <Select
          class="span-3"
          label={words.contactWay}
          options={choices?.contact_ways ?? []}
          blank={words.unknown}
          {...tie("contact_way")}
        />
        <TextField class="span-3" label={words.contactNote} {...tie("contact_note")} />
        <TextField label={words.knownFor} {...tie("known_for")} />
        <TextField label={words.health} hint={words.healthHint} {...tie("health")} />
      </div>
    </details>
  );
}
