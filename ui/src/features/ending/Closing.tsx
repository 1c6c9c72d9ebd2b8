// The closing of a dossier with its outcome, and the next project of the same person.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { errorAt } from "../../ipc/forms.ts";
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
  const [form, setForm] = useState({ on: "", outcome: "", note: "" });
  const closing = useAction(async () =>
    onChanged(await call("close_dossier", { dossier: view.dossier, ...form })),
  );
  const tie = (name: keyof typeof form) => ({
    name,
    value: form[name],
    error: errorAt(closing.failure, name),
    onInput: (text: string) => {
      closing.clear();
      setForm({ ...form, [name]: text });
    },
  });
  const isAtField = closing.failure?.field != null && closing.failure.field in form;
  return (
    <Sheet title={words.closing}>
      <div class="body">
        <div class="form">
          <Select label={words.outcome} options={view.outcomes} blank={words.choose} {...tie("outcome")} />
          <TextField label={words.observed} optional {...tie("note")} />
          <DateField
            class="h"
            label={words.on}
            optional
            hint={words.today}
            placeholder={words.dateForm}
            {...tie("on")}
          />
        </div>
        <Button small disabled={closing.busy} onClick={() => void closing.run()}>
          {words.close}
        </Button>
        <Refused failure={isAtField ? null : closing.failure} />
      </div>
    </Sheet>
  );
}

export function NextProject({ dossier }: { dossier: number }) {
  const place = usePlace();
  const [project, setProject] = useState("");
  const opening = useAction(async () => {
    const opened = await call("start_new_project", { dossier, project });
    place.go(`/dossiers/${opened.id}/personne`);
  });
  return (
    <Sheet title={words.newProject}>
      <form
        class="body"
        noValidate
        aria-label={words.newProject}
        onSubmit={(event) => {
          event.preventDefault();
          void opening.run();
        }}
      >
        <TextField
          label={words.project}
          name="project"
          value={project}
          error={errorAt(opening.failure, "project")}
          onInput={(text) => {
            opening.clear();
            setProject(text);
          }}
        />
        <Button submit small disabled={opening.busy}>
          {words.open}
        </Button>
      </form>
    </Sheet>
  );
}
