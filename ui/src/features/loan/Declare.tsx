// What was said of instalments: one entry for a range.

import { useRef } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { useDraftedForm } from "../../ipc/forms.ts";
import type { LoanRoomView, LoanStanding } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField } from "../../parts/place.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { blankDeclaration, type DeclarationTexts, isBlankDeclaration } from "./logic.ts";
import * as words from "./words.ts";

interface DeclareProps {
  dossier: number;
  standing: LoanStanding;
  start: DeclarationTexts;
  /** Whether what one comes to say is of the last instalment due, not of the first that waits for a word. */
  ofTheLast: boolean;
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
          <Form {...props} standing={standing} dues={dues} />
        )}
        <p class="rule-src">{words.silence}</p>
      </div>
    </Sheet>
  );
}

interface FormProps extends DeclareProps {
  dues: readonly { key: string; label: string }[];
}

function Form({ dossier, standing, dues, start, ofTheLast, onDone }: FormProps) {
  const usual = dues.at(ofTheLast ? -1 : 0)?.key ?? "";
  const place = useRef<HTMLFormElement>(null);
  const form = useDraftedForm<DeclarationTexts>({
    dossier,
    form: "declaration",
    start,
    isBlank: isBlankDeclaration,
    draftOf: (typed) => typed,
    send: async (typed) => {
      const from = typed.from || usual;
      const until = typed.until ?? "";
      const range = until.trim() ? { from: "", to: "" } : { from, to: typed.to || from };
      onDone(await call("declare_instalments", { dossier, ...typed, ...range, until }));
      return blankDeclaration;
    },
    onRefused: (field) => focusField(place.current, field),
  });
  const from = form.typed.from || usual;
  const later = dues.filter((due) => Number(due.key) >= Number(from));
  return (
    <form
      ref={place}
      class="stack"
      aria-label={words.declare}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.run();
      }}
    >
      <Select label={words.from} options={dues} {...form.tie("from")} value={from} />
      <Select label={words.to} options={later} {...form.tie("to")} value={form.typed.to || from} />
      <DateField
        label={words.until}
        optional
        hint={words.untilHint}
        placeholder={words.dateForm}
        {...form.tie("until", "date")}
      />
      <Segmented legend={words.declared} options={standing.declared} {...form.tie("declared")} />
      <Select label={words.toldBy} options={standing.told_by} {...form.tie("told_by")} />
      <DateField
        label={words.saidOn}
        optional
        hint={words.today}
        placeholder={words.dateForm}
        {...form.tie("on", "date")}
      />
      <TextField label={words.said} optional {...form.tie("note")} />
      <p>
        <Button submit disabled={form.busy}>
          {form.busy ? words.sending : words.send}
        </Button>
      </p>
      <Refused failure={form.refused?.field ? null : form.refused} />
    </form>
  );
}
