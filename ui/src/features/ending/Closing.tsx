// The closing of a dossier with its outcome, and the next project of the same person.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { EndingView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { usePlace } from "../../parts/place.ts";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface ClosingProps {
  view: EndingView;
  onChanged: (view: EndingView) => void;
}

export function Closing({ view, onChanged }: ClosingProps) {
  const form = useForm({
    name: "closing",
    dossier: view.dossier,
    recorded: { on: "", outcome: "", note: "" },
    send: async (typed) => onChanged(await call("close_dossier", { dossier: view.dossier, ...typed })),
  });
  return (
    <Sheet title={words.closing}>
      <Form form={form} class="body">
        <div class="form">
          <Select
            label={words.outcome}
            options={view.outcomes}
            blank={words.chooseKind}
            {...form.tie("outcome")}
          />
          <TextField label={words.observed} optional {...form.tie("note")} />
          <DateField class="half" label={words.on} optional hint={words.emptyIsToday} {...form.tie("on")} />
        </div>
        <Button small disabled={form.busy} onClick={() => void form.run()}>
          {words.close}
        </Button>
      </Form>
    </Sheet>
  );
}

export function NextProject({ dossier }: { dossier: number }) {
  const place = usePlace();
  const form = useForm({
    name: "next_project",
    dossier,
    recorded: { project: "" },
    send: async ({ project }) => {
      const opened = await call("start_new_project", { dossier, project });
      place.go(`/dossiers/${opened.id}`);
    },
  });
  return (
    <Sheet title={words.newProject}>
      <Form form={form} class="body" label={words.newProject}>
        <TextField label={words.project} {...form.tie("project")} />
        <Button submit small disabled={form.busy}>
          {words.open}
        </Button>
      </Form>
    </Sheet>
  );
}
