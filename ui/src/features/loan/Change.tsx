// A change of the schedule: typed here, tried beside the version in force at
// once, kept on the day the lender agreed.

import { useEffect } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { sentence } from "../../ipc/sentence.ts";
import type { Failure, FieldKind, LoanRoomView, LoanStanding } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { Select } from "../../parts/Select.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import { type ChangeField, type ChangeTexts, fieldsOf, formOf, withUsual } from "./logic.ts";
import * as words from "./words.ts";

interface ChangeProps {
  dossier: number;
  standing: LoanStanding;
  /** What it starts with: a change proposed, or nothing. */
  starts: ChangeTexts;
  /** Why what is typed cannot be tried. */
  refused: Failure | null;
  onTyped: (typed: ChangeTexts) => void;
  onDone: (view: LoanRoomView) => void;
  onClose: () => void;
}

export function Change({ dossier, standing, starts, refused, onTyped, onDone, onClose }: ChangeProps) {
  const form = useForm({
    name: "amendment",
    dossier,
    recorded: starts,
    isWhole: true,
    send: async (typed) => {
      const { agreed_on, note } = typed;
      onDone(await call("amend_loan", { dossier, form: formOf(typed), agreed_on, note }));
    },
  });
  useEffect(() => onTyped(withUsual(form.typed)), [JSON.stringify(form.typed)]);
  const tie = (field: keyof ChangeTexts, kind?: FieldKind) => {
    const tie = form.tie(field, kind);
    return { ...tie, error: tie.error ?? (refused?.field === field ? sentence(refused) : null) };
  };
  const kinds = Object.entries(words.kinds).map(([key, label]) => ({ key, label }));
  return (
    <AddingForm label={words.change} form={form} entry="kind" actions={words.keep} onClose={onClose}>
      <Select class="span-6" label={words.kind} options={kinds} blank={words.noKind} {...tie("kind")} />
      {fieldsOf(form.typed.kind).map((field) => (
        <Asked key={field} field={field} standing={standing} tie={tie(field)} />
      ))}
      {form.typed.kind !== "" && (
        <>
          <DateField
            class="span-4"
            label={words.agreedOn}
            hint={words.agreedHint}
            {...tie("agreed_on", "date")}
          />
          <TextField class="span-6" label={words.bankSaid} {...tie("note")} />
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
      return <Select class="span-6" label={label} options={dues} blank={words.noKind} {...tie} />;
    }
    case "interest":
      return <Select class="span-4" label={label} options={standing.held_interests} {...tie} />;
    case "keeps":
      return <Select class="span-6" label={label} options={standing.kept} {...tie} />;
    case "amount":
      return <MoneyField class="span-3" label={label} {...tie} />;
    case "on":
      return <DateField class="span-4" label={label} {...tie} />;
    case "count":
    case "day":
    case "rate":
      return <TextField class="span-3" label={label} inputMode="decimal" width="w-short" {...tie} />;
  }
}
