import { useEffect } from "preact/hooks";
import { type TextKey, type Tie, useForm } from "../../ipc/form.ts";
import type { FieldKind } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { focusField } from "../../parts/place.ts";
import { Select } from "../../parts/Select.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import type { SizedColumn } from "./RowSheet.tsx";

interface NewRowProps<R, V> {
  dossier: number;
  form: string;
  label: string;
  columns: readonly SizedColumn<R, V>[];
  blank: V;
  add: (typed: V) => Promise<void>;
  onClose: () => void;
}

/** One row after the other: Entrée adds and starts the next. */
export function NewRow<R, V extends object>(props: NewRowProps<R, V>) {
  const { dossier, columns, blank } = props;
  const form = useForm<V>({
    name: props.form,
    dossier,
    recorded: blank,
    send: async (typed) => {
      await props.add(typed);
      focusField(form.place.current, "label");
    },
    of: { row: null },
  });
  useEffect(() => form.place.current?.scrollIntoView({ block: "nearest" }), []);
  return (
    <AddingForm label={props.label} form={form} entry="label" onClose={props.onClose}>
      {columns.map((column) => (
        <NewCell
          key={column.field}
          column={column}
          tie={{
            ...form.tie(column.field as TextKey<V>, readingOf(column)),
            label: column.label,
            class: column.size,
            value: String(form.typed[column.field]),
            ...(column.optional && { optional: true }),
          }}
        />
      ))}
    </AddingForm>
  );
}

/** How the desk reads a column; plain words and choices are not read. */
function readingOf<R, V>({ field, kind }: SizedColumn<R, V>): FieldKind | undefined {
  if (kind === "money") return "amount";
  if (kind === "date") return field === "valid_until" ? "next_date" : "date";
  return undefined;
}

interface CellProps<R, V> {
  column: SizedColumn<R, V>;
  tie: Tie & { label: string; class: string; optional?: boolean };
}

function NewCell<R, V>({ column, tie }: CellProps<R, V>) {
  switch (column.kind) {
    case "choice":
      return <Select options={column.options ?? []} blank={column.blank} {...tie} />;
    case "money":
      return <MoneyField {...tie} />;
    case "date":
      return <DateField {...tie} />;
    case "text":
      return <TextField {...tie} suggestions={column.suggestions} />;
  }
}
