// What a paper is: four judgements on buttons, a reason when it is not good, the days written on it.

import type { ComponentChildren } from "preact";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { ChecklistLine, DocumentsChecklist } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { RecordedSegmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { judgementOf } from "./logic.ts";
import * as words from "./words.ts";

interface JudgeProps {
  view: DocumentsChecklist;
  line: ChecklistLine;
  onChanged: (view: DocumentsChecklist) => void;
  onNext: () => void;
  /** What is done with the scan itself. */
  children: ComponentChildren;
}

export function Judge({ view, line, onChanged, onNext, children }: JudgeProps) {
  const { document, part, state, issued_on, valid_until, reason } = line;
  const form = useForm({
    name: `document:${document}`,
    dossier: view.dossier,
    recorded: { document, part, state, issued_on, valid_until, reason },
    send: async (typed) => onChanged(await call("note_document", { dossier: view.dossier, ...typed })),
    of: { line: part },
  });
  const { typed } = form;
  const needsReason = (key: string) => view.states.find((one) => one.key === key)?.needs_reason ?? false;
  const say = (key: string) => {
    if (key === "checked") form.put({ state: key, reason: "" });
    else form.put({ state: key });
    // A judgement that says enough by itself is noted as it is made.
    if (key !== line.state && !needsReason(key)) void form.run();
    else setTimeout(() => form.place.current?.querySelector<HTMLInputElement>("[name='reason']")?.focus());
  };
  const noteThenNext = async () => {
    if (form.isBlank || (await form.run()) !== undefined) onNext();
  };
  const isWrong = typed.state !== "" && judgementOf({ ...line, state: typed.state }) !== "checked";
  const shown = typed.state === line.state ? judgementOf(line) : typed.state;
  const asksReason = needsReason(typed.state) || typed.reason !== "" || typed.state === "unreadable";
  return (
    <Form form={form} class="stack" send={noteThenNext}>
      <div class="row">
        <RecordedSegmented
          legend={words.isNow}
          name="state"
          options={view.states.filter(({ is_judgement }) => is_judgement)}
          value={shown}
          onInput={say}
        />
        {line.asks_issued && <DateField label={words.issuedOn} {...form.tie("issued_on", "date")} />}
        {(line.asks_expiry || typed.valid_until !== "") && (
          <DateField label={words.validUntil} {...form.tie("valid_until", "next_date")} />
        )}
      </div>
      <div class="row">
        {isWrong && asksReason && (
          <TextField label={words.why} hint={words.whyHint} {...form.tie("reason")} />
        )}
        <Button look="main" submit shortcut={words.nextKey} disabled={form.busy}>
          {words.toNext}
        </Button>
      </div>
      <details class="fold">
        <Summary>{words.other}</Summary>
        <div class="row">
          <Select
            label={words.otherState}
            options={view.states.filter(({ is_judgement }) => !is_judgement)}
            blank={words.chooseKind}
            {...form.tie("state")}
            name="other_state"
            onInput={(key) => key !== "" && say(key)}
          />
          <TextField label={words.part} hint={words.partHint} {...form.tie("part")} />
        </div>
        {children}
      </details>
    </Form>
  );
}
