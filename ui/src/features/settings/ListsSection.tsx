import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { EntryView, ListsView, ListView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useOpened } from "../../parts/opened.ts";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Table } from "../../parts/Table.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { likes } from "./logic.ts";
import { OpenedForm } from "./OpenedForm.tsx";
import { Picker } from "./Picker.tsx";
import * as words from "./words.ts";

export function ListsSection() {
  const { value: view, failure, set } = useAnswer("list_entries", {});
  const [chosen, choose] = useOpened<string | null>("list", null);
  if (!view) return <Refused failure={failure} />;
  const list = view.lists.find((one) => one.name === chosen) ?? view.lists[0];
  return (
    <div class="side">
      <Sheet title={words.section.lists}>
        <Picker
          label={words.section.lists}
          chosen={list?.name ?? ""}
          onChoose={choose}
          items={view.lists.map(({ name, label }) => ({ key: name, label, note: "" }))}
        />
      </Sheet>
      {list && <Entries key={list.name} list={list} onChanged={set} />}
    </div>
  );
}

interface EntriesProps {
  list: ListView;
  onChanged: (view: ListsView) => void;
}

function Entries({ list, onChanged }: EntriesProps) {
  const [opened, open] = useOpened<string | null>(`entry:${list.name}`, null);
  const [isAdding, setAdding] = useOpened(`new:${list.name}`, false);
  const retire = useAction(async ({ key, retired }: EntryView) => {
    onChanged(await call("retire_entry", { list: list.name, key, retired: !retired }));
  });
  const hasHeadings = list.entries.some((entry) => entry.group);
  return (
    <Sheet
      title={list.label}
      note={words.listNote}
      actions={
        !isAdding && (
          <Button small sign="plus" onClick={() => setAdding(true)}>
            {words.addEntry}
          </Button>
        )
      }
    >
      <Refused failure={retire.failure} />
      {isAdding && <NewEntry list={list} onChanged={onChanged} onClose={() => setAdding(false)} />}
      <Table
        class=""
        label={list.label}
        heads={[
          words.entry,
          ...(hasHeadings ? [words.heading] : []),
          words.state,
          { text: words.modify, isHeard: true },
        ]}
      >
        {list.entries.map((entry) =>
          opened === entry.key ? (
            <tr class="edit" key={entry.key}>
              <td colSpan={hasHeadings ? 4 : 3}>
                <Rename list={list} entry={entry} onChanged={onChanged} onClose={() => open(null)} />
              </td>
            </tr>
          ) : (
            <Line
              key={entry.key}
              entry={entry}
              hasHeadings={hasHeadings}
              busy={retire.busy}
              onRename={() => open(entry.key)}
              onRetire={() => retire.run(entry)}
            />
          ),
        )}
      </Table>
    </Sheet>
  );
}

interface LineProps {
  entry: EntryView;
  hasHeadings: boolean;
  busy: boolean;
  onRename: () => void;
  onRetire: () => void;
}

function Line({ entry, hasHeadings, busy, onRename, onRetire }: LineProps) {
  const { label, retired } = entry;
  return (
    <tr class={retired ? "out" : undefined}>
      <th scope="row">{label}</th>
      {hasHeadings && <td>{entry.group}</td>}
      <td>
        {retired ? words.retired : words.offered}
        {entry.own && <span class="sub">{words.own}</span>}
      </td>
      <td class="num">
        <button
          type="button"
          class="button quiet small"
          aria-label={words.renameOf(label)}
          onClick={onRename}
        >
          {words.rename}
        </button>
        <button
          type="button"
          class="button quiet small"
          aria-label={retired ? words.bringBackOf(label) : words.retireOf(label)}
          disabled={busy}
          onClick={onRetire}
        >
          {retired ? words.bringBack : words.remove}
        </button>
      </td>
    </tr>
  );
}

interface RenameProps {
  list: ListView;
  entry: EntryView;
  onChanged: (view: ListsView) => void;
  onClose: () => void;
}

function Rename({ list, entry, onChanged, onClose }: RenameProps) {
  const start = { label: entry.label, after: entry.after };
  const form = useForm({
    name: `entry:${list.name}:${entry.key}`,
    recorded: start,
    send: async (typed) => {
      onChanged(await call("rename_entry", { list: list.name, key: entry.key, ...typed }));
      onClose();
      return words.saved;
    },
  });
  return (
    <OpenedForm
      form={form}
      label={words.rename}
      look="stack"
      name={words.renameOf(entry.label)}
      onClose={onClose}
    >
      <div class="row top">
        <TextField label={words.newName} class="grow" {...form.tie("label")} />
        {list.has_after && <TextField label={words.after} optional class="grow" {...form.tie("after")} />}
      </div>
    </OpenedForm>
  );
}

interface NewEntryProps {
  list: ListView;
  onChanged: (view: ListsView) => void;
  onClose: () => void;
}

function NewEntry({ list, onChanged, onClose }: NewEntryProps) {
  const start = { label: "", like: "", after: "" };
  const form = useForm({
    name: `new:entry:${list.name}`,
    recorded: start,
    send: async (typed) => {
      onChanged(await call("add_entry", { list: list.name, ...typed }));
      onClose();
      return words.saved;
    },
  });
  return (
    <OpenedForm form={form} label={words.addIt} look="adding" name={words.addEntry} onClose={onClose}>
      <div class="row top">
        <TextField label={words.entryName} class="grow" {...form.tie("label")} />
        {list.has_groups && (
          <Select
            label={words.like}
            hint={words.likeHint}
            blank={words.choose}
            options={likes(list)}
            {...form.tie("like")}
          />
        )}
        {list.has_after && (
          <TextField label={words.after} optional hint={words.afterHint} {...form.tie("after")} />
        )}
      </div>
    </OpenedForm>
  );
}
