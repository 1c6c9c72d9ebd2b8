import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { YearFields } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
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
          {isOpen ? words.close : words.pageOpen}
        </Button>
      }
    >
      <Refused failure={failure} />
      {isOpen && value && <Figures year={year} recorded={value.fields} onSaved={() => open(false)} />}
    </Sheet>
  );
}

interface FormProps {
  year: string;
  recorded: YearFields;
  onSaved: () => void;
}

function Figures({ year, recorded, onSaved }: FormProps) {
  const form = useForm({
    name: `report_year:${year}`,
    recorded,
    send: async (fields) => {
      await call("set_report_year", { year, fields });
      onSaved();
    },
  });
  const tie = (name: keyof YearFields) => ({
    ...form.tie(name),
    label: words.pageFields[name],
    optional: true,
  });
  return (
    <Form form={form} class="body" label={words.pageTitle}>
      <div class="form">
        {AMOUNTS.map((name) => (
          <MoneyField key={name} {...tie(name)} />
        ))}
        {NUMBERS.map((name) => (
          <TextField key={name} class="half" inputMode="numeric" {...tie(name)} />
        ))}
      </div>
      <Button submit small disabled={form.busy}>
        {words.save}
      </Button>
    </Form>
  );
}
