// The register of the board's resolutions, and the rules that name each one.

import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { ResolutionFields, ResolutionsView } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Entry, Register } from "../../parts/Register.tsx";
import { TextArea } from "../../parts/TextArea.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { OpenedForm } from "./OpenedForm.tsx";
import * as words from "./words.ts";

const blank: ResolutionFields = {
  number: "",
  decided_on: "",
  subject: "",
  extract: "",
  file: "",
  vote: "",
  transmitted_on: "",
  published_on: "",
};

export function ResolutionsSection() {
  const { value: view, failure, set } = useAnswer("resolutions", {});
  const remove = useAction(async (resolution: number) =>
    set(await call("remove_resolution", { resolution })),
  );
  if (!view) return <Refused failure={failure} />;
  return (
    <Register
      title={words.section.resolutions}
      note={words.resolutionsNote}
      adds={words.addResolution}
      entries={view.resolutions}
      form={(one, close) => (
        <Edit
          start={one?.fields ?? blank}
          send={(fields) =>
            one ? call("change_resolution", { resolution: one.id, fields }) : call("add_resolution", fields)
          }
          onChanged={(next) => {
            set(next);
            close();
          }}
          onClose={close}
        />
      )}
    >
      {({ open, isOpen }) => (
        <>
          {view.resolutions.length === 0 && !isOpen && <p class="body soft">{words.noResolution}</p>}
          <ul class="versions">
            {view.resolutions.map((one) => (
              <li key={one.id}>
                <Entry
                  changes={words.changeOfResolution(one.label)}
                  removes={words.removeContact(one.label)}
                  onChange={() => open(one)}
                  onRemove={one.grounds.length === 0 ? () => void remove.run(one.id) : null}
                >
                  <b>{one.label}</b>
                  <span class="sub">{one.fields.subject}</span>
                  {one.fields.vote && <span class="sub">{words.voted(one.fields.vote)}</span>}
                  <span class="sub">{one.state}</span>
                  {one.fields.file && <span class="sub">{one.fields.file}</span>}
                  {one.grounds.length === 0 && <span class="sub">{words.groundsNothing}</span>}
                  {one.grounds.map((rule) => (
                    <span class="sub" key={rule}>
                      {words.grounds(rule)}
                    </span>
                  ))}
                </Entry>
              </li>
            ))}
          </ul>
          <Refused failure={remove.failure} />
        </>
      )}
    </Register>
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
        <TextField label={words.vote} optional hint={words.voteHint} {...form.tie("vote")} />
        <DateField
          label={words.transmittedOn}
          class="half"
          optional
          {...form.tie("transmitted_on", "date")}
        />
        <DateField label={words.publishedOn} class="half" optional {...form.tie("published_on", "date")} />
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
