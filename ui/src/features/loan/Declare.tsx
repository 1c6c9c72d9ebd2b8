// What was said of instalments: one entry for a range.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { LoanRoomView, LoanStanding } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { blankDeclaration, type DeclarationTexts } from "./logic.ts";
import * as words from "./words.ts";

interface DeclareProps {
  dossier: number;
  standing: LoanStanding;
  /** What one comes to say: of the last instalment due, not of the first that waits for a word. */
  says: string | null;
  onDone: (view: LoanRoomView) => void;
}

export function Declare({ standing, ...props }: DeclareProps) {
  const dues = standing.declarable.map((due) => ({ key: String(due.number), label: due.label }));
  return (
    <Sheet title={words.declare} note={words.declareNote}>
      <div class="body">
        {dues.length === 0 ? (
          <p class="soft">{words.nothingDue}</p>
        ) : (
          <Saying {...props} standing={standing} dues={dues} />
        )}
        <p class="rule-source">{words.silence}</p>
      </div>
    </Sheet>
  );
}

interface FormProps extends DeclareProps {
  dues: readonly { key: string; label: string }[];
}

function Saying({ dossier, standing, dues, says, onDone }: FormProps) {
  const usual = dues.at(says === null ? 0 : -1)?.key ?? "";
  const form = useForm<DeclarationTexts>({
    name: "declaration",
    dossier,
    recorded: says === null ? blankDeclaration : { ...blankDeclaration, declared: says },
    send: async (typed) => {
      const from = typed.from || usual;
      const until = typed.until ?? "";
      const range = until.trim() ? { from: "", to: "" } : { from, to: typed.to || from };
      onDone(await call("declare_instalments", { dossier, ...typed, ...range, until }));
    },
  });
  const from = form.typed.from || usual;
  const later = dues.filter((due) => Number(due.key) >= Number(from));
  return (
    <Form form={form} class="stack" label={words.declare}>
      <Select label={words.from} options={dues} {...form.tie("from")} value={from} />
      <Select label={words.to} options={later} {...form.tie("to")} value={form.typed.to || from} />
      <DateField label={words.until} optional hint={words.untilHint} {...form.tie("until", "date")} />
      <Segmented legend={words.declared} options={standing.declared} {...form.tie("declared")} />
      <Select label={words.toldBy} options={standing.told_by} {...form.tie("told_by")} />
      <DateField label={words.saidOn} optional hint={words.orToday} {...form.tie("on", "date")} />
      <TextField label={words.said} optional {...form.tie("note")} />
      <p>
        <Button submit disabled={form.busy}>
          {form.busy ? words.saving : words.send}
        </Button>
      </p>
    </Form>
  );
}
