// What each column holds, and what is the same for every line.

import { useState } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { RegisterView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { List, Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Table } from "../../parts/Table.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { typed, withColumn } from "./logic.ts";
import * as words from "./words.ts";

interface ColumnsProps {
  view: RegisterView;
  onChanged: (view: RegisterView) => void;
  onLines: () => void;
}

export function Columns({ view, onChanged, onLines }: ColumnsProps) {
  const [line, setLine] = useState(String(view.headings_line));
  const form = useForm({
    name: "register_columns",
    recorded: view.stated,
    send: async (stated, change: Parameters<typeof typed>[1]) => {
      const changed = await call("set_register_columns", typed(view, { stated, ...change }));
      setLine(String(changed.headings_line));
      onChanged(changed);
    },
  });
  const { tie, run } = form;
  const finish = async () => {
    if (await run({})) onLines();
  };
  return (
    <div class="columns wide-side">
      <Sheet title={words.columnsTitle} note={words.columnsNote}>
        <div class="body row">
          <Select
            label={words.sheet}
            name="sheet"
            options={view.sheets}
            value={String(view.sheet)}
            onInput={(key) => void run({ sheet: Number(key), columns: [] })}
          />
          <TextField
            label={words.headingsLine}
            name="headings_line"
            inputMode="numeric"
            width="w-num"
            value={line}
            onInput={setLine}
            onLeave={() => {
              const number = Number(line);
              if (Number.isInteger(number) && number > 0 && number !== view.headings_line)
                void run({ headings_line: number, columns: [] });
            }}
          />
        </div>
        <Table label={words.columnsTable} heads={words.columnHeads}>
          {view.columns.map((one) => {
            const heading = one.heading || words.noHeading(one.place + 1);
            return (
              <tr key={one.place}>
                <th scope="row">{heading}</th>
                <td class="soft">{one.examples}</td>
                <td>
                  <List
                    aria-label={words.columnOf(heading)}
                    options={view.column_choices}
                    blank={words.leaveOut}
                    value={one.column}
                    onInput={(key) => void run({ columns: withColumn(view, one.place, key) })}
                  />
                </td>
              </tr>
            );
          })}
        </Table>
      </Sheet>
      <div class="stack">
        <Sheet title={words.statedTitle} note={words.statedNote}>
          <Form form={form} label={words.statedTitle} send={finish}>
            <Select label={words.lender} options={view.lenders} blank={words.none} {...tie("lender")} />
            <TextField label={words.months} optional inputMode="numeric" width="w-num" {...tie("months")} />
            <TextField
              label={words.rate}
              optional
              inputMode="decimal"
              width="w-num"
              {...tie("annual_rate")}
            />
            <Select label={words.origin} options={view.origins} blank={words.none} {...tie("origin")} />
            <TextField label={words.year} optional inputMode="numeric" width="w-num" {...tie("year")} />
            <p>
              <Button look="main" submit disabled={form.busy}>
                {words.toLines}
              </Button>
            </p>
          </Form>
        </Sheet>
        {view.remarks.map((remark) => (
          <Notice key={remark} tone="info">
            {remark}
          </Notice>
        ))}
      </div>
    </div>
  );
}
