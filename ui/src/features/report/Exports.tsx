import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { ExportChoicesView, ReportView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { askedOf, partOf } from "./logic.ts";
import { useSaving } from "./useSaving.tsx";
import * as words from "./words.ts";

/** What leaves the bilan as files: its tables, its dossiers under chosen columns, a study. */
export function Exports({ view }: { view: ReportView }) {
  const tables = useSaving("export_report");
  const study = useSaving("export_study");
  const asked = askedOf(view);
  const part = partOf(view);
  return (
    <Sheet title={words.out.title} note={words.out.note}>
      <div class="body stack">
        <p class="row">
          {(["board_xlsx", "public_xlsx"] as const).map((form) => (
            <Button
              key={form}
              small
              onClick={() =>
                tables.ask(words.out.readings[form].file(view.file_name), "xlsx", { ...asked, form })
              }
            >
              {words.out.readings[form].said}
            </Button>
          ))}
        </p>
        <p class="row">
          <Button small onClick={() => tables.ask(view.file_name, "xlsx", { ...asked, form: "xlsx" })}>
            {words.out.workbook}
          </Button>
          <Button small onClick={() => tables.ask(view.file_name, "csv", { ...asked, form: "csv" })}>
            {words.out.text}
          </Button>
        </p>
        {tables.told}
        <OneTable view={view} />
        <h3>{words.out.dossiers}</h3>
        <Dossiers view={view} />
        <h3>{words.out.study}</h3>
        <p class="small">{words.out.studyHint}</p>
        <p>
          <Button
            small
            onClick={() => study.ask(words.out.studyFile(view.period.key), "xlsx", { ...part, form: "xlsx" })}
          >
            {words.out.saveStudy}
          </Button>
        </p>
        {study.told}
      </div>
    </Sheet>
  );
}

/** One table, as text. */
function OneTable({ view }: { view: ReportView }) {
  const saving = useSaving("export_report");
  const [table, choose] = useState(view.tables[0]?.key ?? "");
  const save = () =>
    saving.ask(`${view.file_name}-${table}`, "csv", { ...askedOf(view), form: "csv", table });
  return (
    <>
      <div class="row end">
        <Select
          name="one_table"
          label={words.out.table}
          options={view.tables.map(({ key, title }) => ({ key, label: title }))}
          value={table}
          onInput={choose}
        />
        <Button small onClick={save}>
          {words.out.oneTable}
        </Button>
      </div>
      {saving.told}
    </>
  );
}

/** The choices kept, and one being made. */
function Dossiers({ view }: { view: ReportView }) {
  const { value: known, failure, set } = useAnswer("export_choices", {});
  const saving = useSaving("export_dossiers");
  const [opened, open] = useState(false);
  const part = partOf(view);
  const save = (columns: string[], ending: "xlsx" | "csv") =>
    saving.ask(words.out.dossiersFile(view.period.key), ending, { ...part, columns, form: ending });
  if (!known) return <Refused failure={failure} />;
  return (
    <div class="stack">
      <p class="small">{words.out.dossiersHint}</p>
      <ul class="plain">
        {known.choices.map((choice) => (
          <li key={choice.name} class="row">
            <span>
              {choice.name} <span class="soft small">{choice.told}</span>
            </span>
            <Button small onClick={() => save(choice.columns, "xlsx")}>
              {words.out.named("XLSX", choice.name)}
            </Button>
            <Button small onClick={() => save(choice.columns, "csv")}>
              {words.out.named("CSV", choice.name)}
            </Button>
          </li>
        ))}
      </ul>
      {!opened && (
        <p>
          <Button small onClick={() => open(true)}>
            {words.out.newChoice}
          </Button>
        </p>
      )}
      {opened && (
        <Choosing
          known={known}
          onKept={(kept) => {
            set(kept);
            open(false);
          }}
        />
      )}
      {saving.told}
    </div>
  );
}

function Choosing({
  known,
  onKept,
}: {
  known: ExportChoicesView;
  onKept: (kept: ExportChoicesView) => void;
}) {
  const form = useForm({
    name: "export_choice",
    recorded: { name: "", columns: [] as string[] },
    send: async (typed) => onKept(await call("set_export_choice", typed)),
  });
  const chosen = form.typed.columns;
  return (
    <Form form={form} class="stack" label={words.out.newChoice}>
      <fieldset>
        <legend>{words.out.columns}</legend>
        <div class="two-columns">
          {known.columns.map(({ key, label }) => (
            <label key={key} class="check">
              <input
                type="checkbox"
                checked={chosen.includes(key)}
                onChange={() =>
                  form.put({
                    columns: chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key],
                  })
                }
              />{" "}
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <TextField label={words.out.choiceName} {...form.tie("name")} />
      <p>
        <Button submit disabled={form.busy || chosen.length === 0}>
          {words.out.keepChoice}
        </Button>
      </p>
    </Form>
  );
}
