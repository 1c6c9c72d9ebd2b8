import { useEffect, useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { errorAt } from "../../ipc/forms.ts";
import type { YearFields } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { MoneyField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

const AMOUNTS = ["wages", "communication", "other_costs", "subsidies", "optional_aid"] as const;
const NUMBERS = ["paid_hours", "inhabitants"] as const;

/** What is typed once for a year: costs, subsidies, aids, inhabitants, paid time. */
export function YearPage({ year }: { year: string }) {
  const { value, failure } = useAnswer("report_year", { year });
  const [isOpen, open] = useState(false);
  return (
    <Sheet
      title={`${words.pageTitle} ${year}`}
      note={value?.sentence || words.pageNote}
      actions={
        <Button small onClick={() => open(!isOpen)}>
          {isOpen ? words.pageClose : words.pageOpen}
        </Button>
      }
    >
      <Refused failure={failure} />
      {isOpen && value && <Form year={year} typed={value.fields} onSaved={() => open(false)} />}
    </Sheet>
  );
}

interface FormProps {
  year: string;
  typed: YearFields;
  onSaved: () => void;
}

function Form({ year, typed, onSaved }: FormProps) {
  const [fields, setFields] = useState(typed);
  useEffect(() => setFields(typed), [typed]);
  const saving = useAction(async () => {
    await call("set_report_year", { year, fields });
    onSaved();
  });
  const tie = (name: keyof YearFields) => ({
    name,
    label: words.pageFields[name],
    value: fields[name],
    optional: true,
    error: errorAt(saving.failure, name),
    onInput: (text: string) => {
      saving.clear();
      setFields({ ...fields, [name]: text });
    },
  });
  const isAtField = saving.failure?.field != null && saving.failure.field in fields;
  return (
    <form
      class="body"
      aria-label={words.pageTitle}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void saving.run();
      }}
    >
      <div class="form">
        {AMOUNTS.map((name) => (
          <MoneyField key={name} {...tie(name)} />
        ))}
        {NUMBERS.map((name) => (
          <TextField key={name} class="h" inputMode="numeric" {...tie(name)} />
        ))}
      </div>
      <Button submit small disabled={saving.busy}>
        {words.pageSave}
      </Button>
      <Refused failure={isAtField ? null : saving.failure} />
    </form>
  );
}
