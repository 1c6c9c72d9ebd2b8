// A fact corrected: its day, its words, or that it never took place; always with the reason.

import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { StoryLine, StoryView } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface CorrectionProps {
  dossier: number;
  fact: number;
  line: StoryLine;
  onDone: (view: StoryView) => void;
  onClose: () => void;
}

export function Correction({ dossier, fact, line, onDone, onClose }: CorrectionProps) {
  const form = useForm({
    name: "entry",
    dossier,
    recorded: { on: line.on, words: line.words, reason: "" },
    send: async (typed) => onDone(await call("correct_entry", { dossier, fact, ...typed })),
    of: { fact },
  });
  const retraction = useAction(async () =>
    onDone(await call("retract_entry", { dossier, fact, reason: form.typed.reason })),
  );
  return (
    <Sheet title={words.correction} note={line.sentence}>
      <AddingForm
        label={words.correction}
        form={form}
        entry={line.has_words ? "words" : "on"}
        actions={words.actions}
        onClose={onClose}
      >
        <DateField class="span-6" label={words.on} {...form.tie("on", "date")} />
        {line.has_words && <TextField label={words.words} {...form.tie("words")} />}
        <TextField label={words.correctionReason} hint={words.correctionHint} {...form.tie("reason")} />
      </AddingForm>
      <div class="body">
        <Button
          small
          look="quiet"
          flush
          disabled={retraction.busy}
          onClick={() => {
            form.giveUp();
            void retraction.run();
          }}
        >
          {words.retract}
        </Button>
        <p class="hint">{words.retractHint}</p>
        <p class="hint">{words.elsewhere}</p>
        <Refused failure={retraction.failure} />
      </div>
    </Sheet>
  );
}
