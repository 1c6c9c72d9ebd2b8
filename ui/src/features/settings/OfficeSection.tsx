import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { OfficeView } from "../../ipc/types.ts";
import { Form } from "../../parts/Form.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { Closing } from "./Closing.tsx";
import { DemoSheet } from "./DemoSheet.tsx";
import { LogoSheet } from "./LogoSheet.tsx";
import { type NumberingForm, numberingForm, type OfficeForm, officeForm } from "./logic.ts";
import * as words from "./words.ts";

export function OfficeSection() {
  const { value: office, failure, set } = useAnswer("office", {});
  return (
    <>
      <DemoSheet />
      <Refused failure={failure} />
      {office && (
        <div class="columns rules">
          <OfficeSheet office={office} onChanged={set} />
          <div class="stack">
            <LogoSheet office={office} onChanged={set} />
            <NumberingSheet office={office} onChanged={set} />
          </div>
        </div>
      )}
    </>
  );
}

interface SheetProps {
  office: OfficeView;
  onChanged: (office: OfficeView) => void;
}

function OfficeSheet({ office, onChanged }: SheetProps) {
  const form = useForm<OfficeForm>({
    name: "office",
    recorded: officeForm(office),
    send: async (typed) => {
      onChanged(await call("describe_office", typed));
      return words.saved;
    },
  });
  return (
    <Sheet title={words.section.office} note={words.officeNote}>
      <Form form={form} class="body">
        <div class="form">
          <TextField label={words.officeName} class="half" {...form.tie("name")} />
          <TextField
            label={words.phone}
            class="half"
            optional
            inputMode="tel"
            width="w-tel"
            {...form.tie("phone", "phone")}
          />
          <TextField label={words.address} optional {...form.tie("address")} />
          <TextField label={words.advisor} class="half" hint={words.advisorHint} {...form.tie("advisor")} />
          <Segmented
            legend={words.advisorTitle}
            options={words.advisorTitles}
            {...form.tie("advisor_title")}
          />
          <TextField label={words.advisorRole} class="half" optional {...form.tie("advisor_role")} />
          <TextField
            label={words.advisorPhone}
            class="half"
            optional
            inputMode="tel"
            width="w-tel"
            {...form.tie("advisor_phone", "phone")}
          />
          <TextField
            label={words.email}
            class="half"
            optional
            inputMode="email"
            {...form.tie("email", "email")}
          />
          <TextField
            label={words.presence}
            class="half"
            optional
            hint={words.presenceHint}
            {...form.tie("presence")}
          />
          <TextField label={words.town} class="half" optional hint={words.townHint} {...form.tie("town")} />
          <TextField
            label={words.dataContact}
            optional
            hint={words.dataContactHint}
            {...form.tie("data_contact")}
          />
          <TextField
            label={words.complaints}
            optional
            hint={words.complaintsHint}
            {...form.tie("complaints")}
          />
          <TextField
            label={words.delegation}
            optional
            hint={words.delegationHint}
            {...form.tie("delegation")}
          />
          <TextField label={words.commissionAddress} optional {...form.tie("commission_address")} />
          <TextField label={words.treasuryAddress} optional {...form.tie("treasury_address")} />
        </div>
        <Closing label={words.save} form={form} />
      </Form>
    </Sheet>
  );
}

function NumberingSheet({ office, onChanged }: SheetProps) {
  const form = useForm<NumberingForm>({
    name: "numbering",
    recorded: numberingForm(office, ""),
    send: async (typed) => {
      const changed = await call("change_numbering", typed);
      onChanged(changed);
      return words.changed(changed.next_reference);
    },
  });
  return (
    <Sheet title={words.numbering} note={words.numberingNote(office.next_reference)}>
      <Form form={form} class="body">
        <TextField
          label={words.prefix}
          optional
          hint={words.prefixHint}
          width="w-tel"
          {...form.tie("prefix")}
        />
        <TextField
          label={words.width}
          hint={words.widthHint}
          width="w-short"
          inputMode="numeric"
          {...form.tie("width")}
        />
        <DateField label={words.fromDay} optional hint={words.fromHint} {...form.tie("from", "next_date")} />
        <Closing label={words.change} form={form} />
        {office.numbering_to_come && <p class="rule-source">{office.numbering_to_come}</p>}
      </Form>
    </Sheet>
  );
}
