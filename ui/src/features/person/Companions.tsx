// Who accompanies the person too; one single referent.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { Input } from "../../ipc/kinds.ts";
import type { Choices, Companion, DossierView } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

type Form = Input<"add_companion">["form"];

const blank: Form = {
  role: "professional",
  name: "",
  organisation: "",
  reach: "",
  address: "",
  agreed_on: "",
  lead: false,
};

interface CompanionsProps {
  view: DossierView;
  choices: Choices | null;
  onChanged: (view: DossierView) => void;
}

export function Companions({ view, choices, onChanged }: CompanionsProps) {
  const [open, setOpen] = useState<Companion | "new" | null>(null);
  const names = useNames();
  const removal = useAction(async (companion: number) =>
    onChanged(await call("remove_companion", { dossier: view.id, companion })),
  );
  return (
    <Sheet
      title={words.companions}
      note={words.referent(names.of(view.referent))}
      actions={
        <Button small sign="plus" onClick={() => setOpen("new")}>
          {words.addIt}
        </Button>
      }
    >
      {open !== null && (
        <CompanionForm
          key={open === "new" ? 0 : open.id}
          dossier={view.id}
          choices={choices}
          known={open === "new" ? null : open}
          onDone={(next) => {
            onChanged(next);
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
      <div class="body">
        {view.companions.length === 0 && <p class="soft">{words.noCompanion}</p>}
        <ul class="lines">
          {view.companions.map((one) => (
            <li key={one.id}>
              <div class="row">
                <span class="grow">
                  <b>{names.of(one.name)}</b> {[one.role_label, one.organisation].filter(Boolean).join(", ")}
                  {one.lead && <b> · {words.isLead}</b>}
                  <span class="sub block">{[one.reach, one.agreed_text].filter(Boolean).join(" · ")}</span>
                </span>
                <Button small look="quiet" onClick={() => setOpen(one)}>
                  {words.modify}
                </Button>
                <Button small look="quiet" onClick={() => void removal.run(one.id)}>
                  {words.remove}
                </Button>
              </div>
            </li>
          ))}
        </ul>
        <Refused failure={removal.failure} />
      </div>
    </Sheet>
  );
}

interface CompanionFormProps {
  dossier: number;
  choices: Choices | null;
  known: Companion | null;
  onDone: (view: DossierView) => void;
  onClose: () => void;
}

function CompanionForm({ dossier, choices, known, onDone, onClose }: CompanionFormProps) {
  const form = useForm<Form>({
    name: known === null ? "companion" : `companion:${known.id}`,
    dossier,
    recorded: known === null ? blank : formOf(known),
    send: async (typed) =>
      onDone(
        known === null
          ? await call("add_companion", { dossier, form: typed })
          : await call("change_companion", { dossier, companion: known.id, form: typed }),
      ),
  });
  return (
    <AddingForm label={words.companions} form={form} entry="name" actions={words.record} onClose={onClose}>
      <TextField class="span-6" label={words.name} {...form.tie("name")} />
      <Select
        class="span-6"
        label={words.role}
        options={choices?.companion_roles ?? []}
        {...form.tie("role")}
      />
      <TextField class="span-6" label={words.organisation} optional {...form.tie("organisation")} />
      <TextField class="span-6" label={words.reach} optional {...form.tie("reach")} />
      <TextField label={words.address} optional {...form.tie("address")} />
      <DateField
        class="span-6"
        label={words.agreedOn}
        optional
        hint={words.agreedHint}
        {...form.tie("agreed_on", "date")}
      />
      <div class="span-6 ticks">
        <label>
          <input
            type="checkbox"
            checked={form.typed.lead}
            onChange={(event) => form.put({ lead: event.currentTarget.checked })}
          />{" "}
          {words.lead}
        </label>
      </div>
    </AddingForm>
  );
}

function formOf({ role, name, organisation, reach, address, agreed_on, lead }: Companion): Form {
  return { role, name, organisation, reach, address, agreed_on, lead };
}
