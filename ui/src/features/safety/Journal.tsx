// The access journal: who did what to which dossier, the newest first.

import { useState } from "preact/hooks";
import { useAction, useAnswer, useLong } from "../../ipc/answers.ts";
import { call, chooseWhereToSave } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { usePages } from "../../ipc/pages.ts";
import { errorAt } from "../../ipc/sentence.ts";
import type { JournalKind, JournalLineView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Table } from "../../parts/Table.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as all from "./words.ts";

const words = all.journal;

/** How many lines are shown until the whole journal is asked for. */
const FIRST = 8;

const KINDS: readonly JournalKind[] = ["shown", "changed", "given_out", "kept", "office"];

interface Asked {
  dossier_reference: string;
  on: string;
  kind?: JournalKind;
}

export function Journal() {
  const [isOpen, open] = useState(false);
  const [asked, ask] = useState<Asked>({ dossier_reference: "", on: "" });
  const { value: view, failure } = useAnswer("access_journal", { ...asked, offset: 0 });
  const page = (offset: number) => call("access_journal", { ...asked, offset });
  const { rows: lines, more } = usePages(view, JSON.stringify(asked), page, ({ lines }) => lines);
  const exporting = useExport(asked);
  const shown = isOpen ? lines : lines.slice(0, FIRST);
  return (
    <div class="gap">
      <Sheet
        title={words.title}
        note={words.note}
        actions={
          <Button look="quiet" small onClick={() => open(!isOpen)}>
            {isOpen ? words.lastLines : words.whole}
          </Button>
        }
      >
        {isOpen && (
          <div class="body">
            <Filter onAsk={ask} refused={failure} />
            <div class="row middle">
              <span class="soft" role="status">
                {view?.sentence}
              </span>
              <Button small sign="paper" disabled={exporting.busy} onClick={exporting.ask}>
                {words.save}
              </Button>
            </div>
            {exporting.told}
          </div>
        )}
        {failure && !failure.field && <Refused failure={failure} />}
        {shown.length > 0 && <Lines lines={shown} />}
        {isOpen && view && lines.length < view.found && (
          <p class="more-line">
            <Button onClick={() => void more.run()}>{words.more}</Button>
            <span class="soft">{words.moreOf(lines.length, view.found)}</span>
          </p>
        )}
        <div class="body">
          <Refused failure={more.failure} />
          {view?.chain && (
            <p>
              <State meaning={view.is_whole ? "ok" : "late"}>{view.chain}</State>
            </p>
          )}
          <p class="rule-source">{view?.rule}</p>
        </div>
      </Sheet>
    </div>
  );
}

function Lines({ lines }: { lines: readonly JournalLineView[] }) {
  return (
    <Table
      label={words.title}
      heads={[words.columns.when, words.columns.what, words.columns.dossier, words.columns.detail]}
    >
      {lines.map((line) => (
        <tr key={line.number}>
          <td class="unbroken">{line.when}</td>
          <th scope="row">{line.what}</th>
          <td class="unbroken">
            {line.dossier === null ? (
              <span class="soft">{line.reference}</span>
            ) : (
              <a href={`#/dossiers/${line.dossier}`}>{line.reference}</a>
            )}
          </td>
          <td class="soft">{line.detail}</td>
        </tr>
      ))}
    </Table>
  );
}

interface FilterProps {
  onAsk: (asked: Asked) => void;
  refused: Parameters<typeof errorAt>[0];
}

function Filter({ onAsk, refused }: FilterProps) {
  const form = useForm({
    name: "journal_filter",
    recorded: { dossier_reference: "", on: "", kind: "" },
    isQuestion: true,
    send: async ({ kind, ...asked }) => {
      const chosen = KINDS.find((one) => one === kind);
      onAsk({ ...asked, ...(chosen ? { kind: chosen } : {}) });
    },
  });
  const ask = () => void form.run();
  const tie = (field: "dossier_reference" | "on") => ({
    ...form.tie(field),
    error: errorAt(refused, field),
    onLeave: ask,
    optional: true,
  });
  return (
    <Form form={form} class="row top" label={words.filter}>
      <TextField label={words.columns.dossier} width="w-tel" {...tie("dossier_reference")} />
      <Select
        label={words.kind}
        blank={words.allKinds}
        options={KINDS.map((key) => ({ key, label: words.kinds[key] }))}
        {...form.tie("kind")}
        onInput={(kind) => {
          form.put({ kind });
          ask();
        }}
      />
      <DateField label={words.day} {...tie("on")} />
    </Form>
  );
}

/** The lines asked for, for a spreadsheet, and what came of it. */
function useExport(asked: Asked) {
  const [told, setTold] = useState<string | null>(null);
  const saving = useLong("export_journal");
  const asking = useAction(async () => {
    setTold(null);
    const file = await chooseWhereToSave(words.fileName, "save_csv");
    if (!file) return;
    const saved = await saving.run({ ...asked, file: file.handle });
    setTold(saved?.sentence ?? null);
  });
  return {
    ask: () => void asking.run(),
    busy: saving.busy || asking.busy,
    told: (
      <>
        <div role="status">{told && <Notice tone="ok">{told}</Notice>}</div>
        <Refused failure={saving.failure ?? asking.failure} />
      </>
    ),
  };
}
