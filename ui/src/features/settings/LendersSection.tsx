import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { type Form, useForm } from "../../ipc/form.ts";
import type { LenderFields, LendersView, LenderView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useOpened } from "../../parts/opened.ts";
import { usePlace } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { Agreements } from "./Agreements.tsx";
import { blankLender } from "./logic.ts";
import { OpenedForm } from "./OpenedForm.tsx";
import { OtherContacts } from "./OtherContacts.tsx";
import { Picker } from "./Picker.tsx";
import * as words from "./words.ts";

export function LendersSection() {
  const { value: view, failure, set } = useAnswer("lenders", {});
  const { address } = usePlace();
  const [chosen, choose] = useOpened<string | null>("lender", address.split("/")[3] ?? null);
  const [isAdding, setAdding] = useOpened("new:lender", false);
  if (!view) return <Refused failure={failure} />;
  const lender = view.lenders.find((one) => one.key === chosen) ?? view.lenders[0];
  const add = (
    <Button small sign="plus" onClick={() => setAdding(true)}>
      {words.addBank}
    </Button>
  );
  const adding = (
    <NewLender
      onAdded={(next) => {
        const added = next.lenders.find((one) => !view.lenders.some((known) => known.key === one.key));
        set(next);
        choose(added?.key ?? null);
        setAdding(false);
      }}
      onClose={() => setAdding(false)}
    />
  );
  if (!lender) {
    return isAdding ? (
      adding
    ) : (
      <Empty title={words.noLender} text={words.noLenderText}>
        {add}
      </Empty>
    );
  }
  return (
    <div class="side">
      <div class="stack">
        <Sheet title={words.lenders} actions={!isAdding && add}>
          <Picker
            label={words.lenders}
            chosen={lender.key}
            onChoose={choose}
            items={view.lenders.map((one) => ({
              key: one.key,
              label: one.fields.name,
              note: [one.rate, one.standing].filter(Boolean).join(" · "),
              late: one.warns,
            }))}
          />
        </Sheet>
        {isAdding ? adding : <Contact key={lender.key} lender={lender} onChanged={set} />}
      </div>
      <Agreements key={lender.key} lender={lender} view={view} onChanged={set} />
    </div>
  );
}

function NewLender({ onAdded, onClose }: { onAdded: (view: LendersView) => void; onClose: () => void }) {
  const form = useForm<LenderFields>({
    name: "new:lender",
    recorded: blankLender,
    send: async (typed) => {
      onAdded(await call("add_lender", typed));
      return words.saved;
    },
  });
  return (
    <Sheet title={words.newLender}>
      <LenderForm form={form} label={words.addBank} onClose={onClose} />
    </Sheet>
  );
}

interface ContactProps {
  lender: LenderView;
  onChanged: (view: LendersView) => void;
}

function Contact({ lender, onChanged }: ContactProps) {
  const [isOpen, open] = useOpened(`lender:${lender.key}`, false);
  const retire = useAction(async () => {
    onChanged(await call("retire_lender", { lender: lender.key, retired: !lender.retired }));
  });
  const form = useForm<LenderFields>({
    name: `lender:${lender.key}`,
    recorded: lender.fields,
    send: async (fields) => {
      onChanged(await call("change_lender", { lender: lender.key, fields }));
      open(false);
      return words.saved;
    },
  });
  const { contact, contact_role, phone, email, address } = lender.fields;
  const lines = [contact_role, phone, email, address].filter(Boolean);
  return (
    <Sheet
      title={words.contactSheet}
      actions={
        !isOpen && (
          <Button small onClick={() => open(true)}>
            {words.modify}
          </Button>
        )
      }
    >
      {isOpen ? (
        <LenderForm form={form} label={words.save} onClose={() => open(false)} />
      ) : (
        <div class="body">
          <div>
            {contact && <b class="block">{contact}</b>}
            {lines.map((line) => (
              <span class="block" key={line}>
                {line}
              </span>
            ))}
          </div>
          {!contact && lines.length === 0 && <p class="soft">{words.noContact}</p>}
          <Button small look="quiet" flush onClick={retire.run} disabled={retire.busy}>
            {lender.retired ? words.bringLenderBack : words.retireLender}
          </Button>
          <Refused failure={retire.failure} />
        </div>
      )}
    </Sheet>
  );
}

interface LenderFormProps {
  form: Form<LenderFields>;
  label: string;
  onClose: () => void;
}

function LenderForm({ form, label, onClose }: LenderFormProps) {
  return (
    <OpenedForm form={form} label={label} onClose={onClose}>
      <TextField label={words.lenderName} {...form.tie("name")} />
      <TextField label={words.contact} optional {...form.tie("contact")} />
      <TextField label={words.contactRole} optional {...form.tie("contact_role")} />
      <TextField label={words.phone} optional inputMode="tel" width="w-tel" {...form.tie("phone", "phone")} />
      <TextField label={words.email} optional inputMode="email" {...form.tie("email", "email")} />
      <TextField label={words.lenderAddress} optional {...form.tie("address")} />
      <OtherContacts form={form} />
    </OpenedForm>
  );
}
