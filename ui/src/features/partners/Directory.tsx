// The directory of aids: searched, checked again, set aside.

import { useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { AidDirectory, AidEntryFields, AidEntryView } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Register } from "../../parts/Register.tsx";
import { State } from "../../parts/State.tsx";
import { Table } from "../../parts/Table.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { TypedForm } from "./TypedForm.tsx";
import * as words from "./words.ts";

export function Directory() {
  const [search, setSearch] = useState("");
  const { value, failure, reload } = useAnswer("aid_directory", { search });
  if (!value) return <Refused failure={failure} />;
  return (
    <Register
      title={words.directory}
      note={value.sentence}
      adds={words.addAid}
      entries={value.aids}
      form={(one, close) => (
        <Describing
          draft={one ? `aid_entry:${one.id}` : "aid_entry"}
          start={one?.fields ?? blank}
          button={one ? words.save : words.addIt}
          send={(fields) =>
            one ? call("change_aid_entry", { aid: one.id, fields }) : call("add_aid_entry", fields)
          }
          onChanged={() => {
            close();
            reload();
          }}
          onClose={close}
        />
      )}
    >
      {({ open }) => (
        <>
          <div class="body">
            <TextField
              label={words.searchAid}
              class="half"
              name="aid-search"
              type="search"
              value={search}
              onInput={setSearch}
            />
          </div>
          {value.aids.length === 0 ? (
            <p class="body soft">{search ? words.noAidFound : words.noAid}</p>
          ) : (
            <Listed view={value} onOpen={open} onChanged={reload} />
          )}
        </>
      )}
    </Register>
  );
}

interface ListedProps {
  view: AidDirectory;
  onOpen: (aid: AidEntryView) => void;
  onChanged: () => void;
}

function Listed({ view, onOpen, onChanged }: ListedProps) {
  const check = useAction(async (aid: number) => {
    await call("check_aid_entry", { aid });
    onChanged();
  });
  const retire = useAction(async (one: AidEntryView) => {
    await call("retire_aid_entry", { aid: one.id, retired: !one.retired });
    onChanged();
  });
  return (
    <>
      <Table
        label={words.directory}
        heads={[words.aid, words.provider, words.whatFor, words.contact, words.checked, words.actions]}
      >
        {view.aids.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <button type="button" class="link" onClick={() => onOpen(one)}>
                {one.fields.name}
              </button>
              {one.retired && <span class="sub block soft small">{words.setAside}</span>}
            </th>
            <td>{one.fields.provider}</td>
            <td>
              {one.fields.what_for}
              {one.fields.conditions && <span class="block soft small">{one.fields.conditions}</span>}
              {one.fields.to_bring && (
                <span class="block soft small">{words.broughtAlong(one.fields.to_bring)}</span>
              )}
            </td>
            <td>{one.fields.contact}</td>
            <td>
              <State meaning={one.recheck ? "due" : "ok"}>{one.checked}</State>
            </td>
            <td class="nowrap">
              <button
                type="button"
                class="button quiet small"
                aria-label={words.checkOf(one.fields.name)}
                disabled={check.busy}
                onClick={() => check.run(one.id)}
              >
                {words.check}
              </button>
              <button
                type="button"
                class="button quiet small"
                aria-label={words.retireOf(one.fields.name, one.retired)}
                disabled={retire.busy}
                onClick={() => retire.run(one)}
              >
                {one.retired ? words.bringBack : words.retireReferrer}
              </button>
            </td>
          </tr>
        ))}
      </Table>
      <Refused failure={check.failure ?? retire.failure} />
    </>
  );
}

const blank: AidEntryFields = {
  name: "",
  provider: "",
  what_for: "",
  contact: "",
  conditions: "",
  to_bring: "",
  checked_on: "",
};

interface DescribingProps {
  draft: string;
  start: AidEntryFields;
  button: string;
  send: (fields: AidEntryFields) => Promise<AidDirectory>;
  onChanged: () => void;
  onClose: () => void;
}

function Describing({ draft, start, button, send, onChanged, onClose }: DescribingProps) {
  const form = useForm({
    name: draft,
    recorded: start,
    send: async (typed) => {
      await send(typed);
      onChanged();
    },
  });
  return (
    <TypedForm form={form} name={words.aid} button={button} onClose={onClose}>
      <TextField label={words.aidName} class="half" {...form.tie("name")} />
      <TextField label={words.provider} class="half" optional {...form.tie("provider")} />
      <TextField label={words.whatFor} optional {...form.tie("what_for")} />
      <TextField label={words.contact} class="half" optional {...form.tie("contact")} />
      <TextField label={words.conditions} class="half" optional {...form.tie("conditions")} />
      <TextField label={words.toBring} class="half" optional {...form.tie("to_bring")} />
      <DateField
        label={words.checkedOn}
        class="half"
        optional
        hint={words.orToday}
        {...form.tie("checked_on")}
      />
    </TypedForm>
  );
}
