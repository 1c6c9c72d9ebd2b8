// Time spent without a dossier: noted in a few keys, folded until it is wanted.

import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { focusField } from "../../parts/place.ts";
import { Select } from "../../parts/Select.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

const blank = { on: "", kind: "", minutes: "", note: "" };

export function WorkTime() {
  const times = useAnswer("work_times", {});
  const form = useForm({
    name: "work_time",
    recorded: blank,
    send: async (typed) => {
      times.set(await call("note_work_time", typed));
      focusField(form.place.current, "kind");
    },
  });
  const removal = useAction(async (id: number) => times.set(await call("remove_work_time", { id })));
  return (
    <>
      <Form form={form} class="body" label={words.work.title} also={removal.failure}>
        <div class="form">
          <Select
            label={words.work.kind}
            options={times.value?.kinds ?? []}
            blank={words.work.choose}
            {...form.tie("kind")}
          />
          <TextField
            class="half"
            label={words.work.minutes}
            placeholder={words.work.minutesForm}
            {...form.tie("minutes")}
          />
          <DateField
            class="half"
            label={words.work.on}
            optional
            placeholder={words.work.onForm}
            {...form.tie("on")}
          />
          <TextField label={words.work.forWhat} optional {...form.tie("note")} />
        </div>
        <Button submit small disabled={form.busy}>
          {words.work.add}
        </Button>
      </Form>
      <ul class="body lines">
        {(times.value?.rows ?? []).map((row) => (
          <li key={row.id} class="row">
            <span class="grow">
              <b>{row.length}</b> {row.kind}
              <span class="sub block">{[row.on.text, row.note].filter(Boolean).join(", ")}</span>
            </span>
            <Button small look="quiet" disabled={removal.busy} onClick={() => void removal.run(row.id)}>
              {words.work.remove}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
