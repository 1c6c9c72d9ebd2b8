// What each column holds.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { RegisterView, TypedColumns } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
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
  const changing = useAction(async (change: Partial<TypedColumns>) => {
    const changed = await call("set_register_columns", typed(view, change));
    setLine(String(changed.headings_line));
    onChanged(changed);
  });
  const { run } = changing;
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
        <Refused failure={changing.failure} />
        <p>
          <Button look="main" disabled={changing.busy} onClick={onLines}>
            {words.toLines}
          </Button>
        </p>
        {view.remarks.map((remark) => (
          <Notice key={remark} tone="info">
            {remark}
          </Notice>
        ))}
      </div>
    </div>
  );
}
