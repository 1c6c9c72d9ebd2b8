// What is asked once for the whole file, with the answer most lines suggest.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { RegisterAsked, RegisterView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { type StatedField, suggested, typed } from "./logic.ts";
import * as words from "./words.ts";

interface AskedProps {
  view: RegisterView;
  onChanged: (view: RegisterView) => void;
}

export function Asked({ view, onChanged }: AskedProps) {
  const form = useForm({
    name: "register_asked",
    recorded: suggested(view),
    send: async (stated) => onChanged(await call("set_register_columns", typed(view, { stated }))),
  });
  const { tie, run } = form;
  const field = (one: RegisterAsked) => {
    const at = tie(one.field as StatedField);
    const label = words.askedOf(one.text, one.lines);
    return one.choices.length > 0 ? (
      <Select key={one.field} label={label} options={one.choices} blank={words.unknown} {...at} />
    ) : (
      <TextField key={one.field} label={label} optional inputMode="decimal" width="w-num" {...at} />
    );
  };
  return (
    <Sheet title={words.askedTitle}>
      <Form form={form} label={words.askedTitle} send={() => run()}>
        {view.asked.map(field)}
        <p>
          <Button submit disabled={form.busy}>
            {words.answerSo}
          </Button>
        </p>
      </Form>
    </Sheet>
  );
}
