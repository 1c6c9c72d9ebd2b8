import { useEffect, useRef } from "preact/hooks";
import { errorAt, useDraftedForm } from "../../ipc/forms.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { focusField } from "../../parts/place.ts";
import { Select } from "../../parts/Select.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import type { Column, Ledgered } from "./columns.ts";
import { isBlankRow, type RowForm, rowOnly } from "./logic.ts";
import * as words from "./words.ts";

interface NewRowProps<R, V> {
  dossier: number;
  form: string;
  label: string;
  of: Ledgered<R, V>;
  blank: V;
  start: V;
  add: (typed: V) => Promise<void>;
  onClose: () => void;
}

/** One row after the other: Entrée adds and starts the next. */
export function NewRow<R, V extends object>(props: NewRowProps<R, V>) {
  const { dossier, of, blank } = props;
  const place = useRef<HTMLFormElement>(null);
  const form = useDraftedForm<V>({
    dossier,
    form: props.form,
    start: rowOnly(blank, props.start),
    isBlank: (typed) => isBlankRow(typed as RowForm),
    draftOf: (typed) => ({ ...typed, row: null }),
    send: async (typed) => {
      await props.add(typed);
      focusField(place.current, "label");
      return blank;
    },
    onRefused: (field) => focusField(place.current, field),
  });
  useEffect(() => {
    focusField(place.current, "label");
    for (const column of of.columns) readBack(column);
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const readBack = ({ field, kind }: Column<R, V>) => {
    if (kind === "date") form.readBack(field, field === "valid_until" ? "next_date" : "date");
    if (kind === "money") form.readBack(field, "amount");
  };
  return (
    <AddingForm
      place={place}
      label={props.label}
      form={form}
      actions={words.actions}
      wide={false}
      onClose={props.onClose}
    >
      {of.columns.map((column) => (
        <NewCell
          key={column.field}
          column={column}
          tie={{
            name: column.field,
            label: column.label,
            class: column.size,
            value: String(form.typed[column.field]),
            error: errorAt(form.refused, column.field),
            onInput: (text: string) => form.put({ [column.field]: text } as Partial<V>),
            onLeave: () => readBack(column),
            ...(column.optional && { optional: true }),
          }}
        />
      ))}
    </AddingForm>
  );
}

interface Tie {
  name: string;
  label: string;
  class: string;
  value: string;
  error: string | null;
  optional?: boolean;
  onInput: (text: string) => void;
  onLeave: () => void;
}

function NewCell<R, V>({ column, tie }: { column: Column<R, V>; tie: Tie }) {
  switch (column.kind) {
    case "choice":
      return <Select options={column.options ?? []} blank={column.blank} {...tie} />;
    case "money":
      return <MoneyField {...tie} />;
    case "date":
      return <DateField placeholder={words.dateForm} {...tie} />;
    case "text":
      return <TextField {...tie} suggestions={column.suggestions} />;
  }
}
