// A change of the schedule: typed here, tried beside the version in force at
// once, kept on the day the lender agreed.

import { useEffect, useRef } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { errorAt, useDraftedForm } from "../../ipc/forms.ts";
import type { Failure, LoanRoomView, LoanStanding } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { focusField } from "../../parts/place.ts";
import { Select } from "../../parts/Select.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import { blankChange, type ChangeField, type ChangeTexts, fieldsOf, formOf, isBlankChange } from "./logic.ts";
import * as words from "./words.ts";

interface ChangeProps {
  dossier: number;
  standing: LoanStanding;
  start: ChangeTexts;
  /** Why what is typed cannot be tried. */
  refused: Failure | null;
  onTyped: (typed: ChangeTexts) => void;
  onDone: (view: LoanRoomView) => void;
  onClose: () => void;
}

export function Change({ dossier, standing, start, refused, onTyped, onDone, onClose }: ChangeProps) {
  const place = useRef<HTMLFormElement>(null);
  const focus = (field: string | null) => focusField(place.current, field);
  const form = useDraftedForm<ChangeTexts>({
    dossier,
    form: "amendment",
    start,
    isBlank: isBlankChange,
    draftOf: (typed) => typed,
    send: async (typed) => {
      const { agreed_on, note } = typed;
      onDone(await call("amend_loan", { dossier, form: formOf(typed), agreed_on, note }));
      return blankChange;
    },
    onRefused: focus,
  });
  useEffect(() => {
    focus("kind");
    onTyped(form.typed);
  }, []);
  const put = (change: Partial<ChangeTexts>) => {
    form.put(change);
    onTyped({ ...form.typed, ...change });
  };
  const tie = (field: keyof ChangeTexts) => ({
    name: field,
    value: form.typed[field],
    error: errorAt(form.refused, field) ?? errorAt(refused, field),
    onInput: (text: string) => put({ [field]: text }),
  });
  const kinds = Object.entries(words.kinds).map(([key, label]) => ({ key, label }));
  return (
    <AddingForm
      place={place}
      label={words.change}
      form={form}
      actions={words.keep}
      wide={false}
      onClose={onClose}
    >
      <Select class="t6" label={words.kind} options={kinds} blank={words.noKind} {...tie("kind")} />
      {fieldsOf(form.typed.kind).map((field) => (
        <Asked key={field} field={field} standing={standing} tie={tie(field)} />
      ))}
      {form.typed.kind !== "" && (
        <>
          <DateField
            class="t4"
            label={words.agreedOn}
            hint={words.agreedHint}
            placeholder={words.dateForm}
            {...tie("agreed_on")}
            onLeave={() => form.readBack("agreed_on", "date")}
          />
          <TextField class="t6" label={words.said} optional {...tie("note")} />
        </>
      )}
    </AddingForm>
  );
}

interface AskedProps {
  field: ChangeField;
  standing: LoanStanding;
  tie: { name: string; value: string; error: string | null; onInput: (text: string) => void };
}

function Asked({ field, standing, tie }: AskedProps) {
  const label = words.fields[field];
  switch (field) {
    case "from": {
      const dues = standing.changeable.map((due) => ({ key: String(due.number), label: due.label }));
      return <Select class="t6" label={label} options={dues} blank={words.noKind} {...tie} />;
    }
    case "interest":
      return <Select class="t4" label={label} options={standing.held_interests} {...tie} />;
    case "keeps":
      return <Select class="t6" label={label} options={standing.kept} {...tie} />;
    case "amount":
      return <MoneyField class="t3" label={label} {...tie} />;
    case "on":
      return <DateField class="t4" label={label} placeholder={words.dateForm} {...tie} />;
    case "count":
    case "day":
    case "rate":
      return <TextField class="t3" label={label} inputMode="decimal" width="w-short" {...tie} />;
  }
}
