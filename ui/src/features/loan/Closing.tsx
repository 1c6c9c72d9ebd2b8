// The closing of a dossier with its outcome, and the next project of the same person.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { EndingView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { usePlace } from "../../parts/place.ts";
import { Select } from "../../parts/Select.tsx";
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
    <Form form={form} class="stack" label={words.closing}>
      <div class="asked">
        <Select
          label={words.closeOutcome}
          options={view.outcomes}
          blank={words.chooseKind}
          {...form.tie("outcome")}
        />
        <DateField label={words.on} hint={words.orToday} {...form.tie("on", "date")} />
      </div>
      <div class="asked whole">
        <TextField label={words.observed} {...form.tie("note")} />
      </div>
      <div class="ends">
        <Button look="main" disabled={form.busy} onClick={() => void form.run()}>
          {words.closeDossier}
        </Button>
      </div>
    </Form>
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
    <Form form={form} class="stack" label={words.newProject}>
      <div class="asked">
        <b>{words.newProject}</b>
        <TextField label={words.projectTyped} {...form.tie("project")} />
        <Button submit disabled={form.busy}>
          {words.openProject}
        </Button>
      </div>
    </Form>
  );
}
