// The register of the board's resolutions, and the rules that name each one.

import { useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { ResolutionFields, ResolutionsView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextArea } from "../../parts/TextArea.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { OpenedForm } from "./OpenedForm.tsx";
import * as words from "./words.ts";

const blank: ResolutionFields = { number: "", decided_on: "", subject: "", extract: "", file: "" };

export function ResolutionsSection() {
  const { value: view, failure, set } = useAnswer("resolutions", {});
  const [opened, open] = useState<number | "new" | null>(null);
  const remove = useAction(async (resolution: number) =>
    set(await call("remove_resolution", { resolution })),
  );
  if (!view) return <Refused failure={failure} />;
  const shown = view.resolutions.find((one) => one.id === opened);
  const changed = (next: ResolutionsView) => {
    set(next);
    open(null);
  };
  return (
    <Sheet
      title={words.section.resolutions}
      note={words.resolutionsNote}
      actions={
        opened === null && (
          <Button small sign="plus" onClick={() => open("new")}>
            {words.addResolution}
          </Button>
        )
      }
    >
      {opened === "new" && (
        <Edit
          start={blank}
          send={(fields) => call("add_resolution", fields)}
          onChanged={changed}
          onClose={() => open(null)}
        />
      )}
      {shown && (
        <Edit
          key={shown.id}
          start={shown.fields}
          send={(fields) => call("change_resolution", { resolution: shown.id, fields })}
          onChanged={changed}
          onClose={() => open(null)}
        />
      )}
      {view.resolutions.length === 0 && opened === null && <p class="body soft">{words.noResolution}</p>}
      <ul class="versions">
        {view.resolutions.map((one) => (
          <li key={one.id}>
            <div class="row between">
              <div>
                <b>{one.label}</b>
                <span class="sub">{one.fields.subject}</span>
                {one.fields.file && <span class="sub">{one.fields.file}</span>}
                {one.grounds.length === 0 ? (
                  <span class="sub">{words.groundsNothing}</span>
                ) : (
                  one.grounds.map((rule) => (
                    <span class="sub" key={rule}>
                      {words.grounds(rule)}
                    </span>
                  ))
                )}
              </div>
              <span class="row middle">
                <button
                  type="button"
                  class="button quiet small"
                  aria-label={words.changeOfResolution(one.label)}
                  onClick={() => open(one.id)}
                >
                  {words.modify}
                </button>
                {one.grounds.length === 0 && (
                  <button
                    type="button"
                    class="button quiet small"
                    aria-label={words.removeContact(one.label)}
                    onClick={() => remove.run(one.id)}
                  >
                    {words.remove}
                  </button>
                )}
              </span>
            </div>
          </li>
        ))}
      </ul>
      <Refused failure={remove.failure} />
    </Sheet>
  );
}

interface EditProps {
  start: ResolutionFields;
  send: (fields: ResolutionFields) => Promise<ResolutionsView>;
  onChanged: (view: ResolutionsView) => void;
  onClose: () => void;
}

function Edit({ start, send, onChanged, onClose }: EditProps) {
  const form = useForm<ResolutionFields>({
    name: `resolution:${start.number}`,
    recorded: start,
    send: async (typed) => {
      onChanged(await send(typed));
      return words.saved;
    },
  });
  return (
    <OpenedForm form={form} label={words.save} name={words.addResolution} onClose={onClose}>
      <div class="form">
        <TextField label={words.resolutionNumber} class="half" {...form.tie("number")} />
        <DateField label={words.resolutionDay} class="half" {...form.tie("decided_on", "date")} />
        <TextField label={words.resolutionSubject} {...form.tie("subject")} />
        <TextArea label={words.resolutionExtract} optional {...form.tie("extract")} />
        <TextField
          label={words.resolutionFile}
          optional
          hint={words.resolutionFileHint}
          {...form.tie("file")}
        />
      </div>
    </OpenedForm>
  );
}
