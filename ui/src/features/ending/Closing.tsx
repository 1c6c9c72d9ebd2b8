// The closing of a dossier with its outcome, and the next project of the same person.

import { call } from "../../ipc/call.ts";
import { sends, useTypedForm } from "../../ipc/forms.ts";
import type { EndingView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
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
  const form = useTypedForm({ on: "", outcome: "", note: "" }, async (typed) =>
    onChanged(await call("close_dossier", { dossier: view.dossier, ...typed })),
  );
  return (
    <Sheet title={words.closing}>
      <div class="body">
        <div class="form">
          <Select
            label={words.outcome}
            options={view.outcomes}
            blank={words.choose}
            {...form.tie("outcome")}
          />
          <TextField label={words.observed} optional {...form.tie("note")} />
          <DateField
            class="h"
            label={words.on}
            optional
            hint={words.today}
            placeholder={words.dateForm}
            {...form.tie("on")}
          />
        </div>
        <Button small disabled={form.busy} onClick={() => void form.run()}>
          {words.close}
        </Button>
        <Refused failure={form.failure} />
      </div>
    </Sheet>
  );
}

export function NextProject({ dossier }: { dossier: number }) {
  const place = usePlace();
  const form = useTypedForm({ project: "" }, async ({ project }) => {
    const opened = await call("start_new_project", { dossier, project });
    place.go(`/dossiers/${opened.id}/personne`);
  });
  return (
    <Sheet title={words.newProject}>
      <form class="body" noValidate aria-label={words.newProject} onSubmit={sends(form.run)}>
        <TextField label={words.project} {...form.tie("project")} />
        <Button submit small disabled={form.busy}>
          {words.open}
        </Button>
        <Refused failure={form.failure} />
      </form>
    </Sheet>
  );
}
