// The person's choice of a bank and its account, once everything was
// explained: recorded with the person's reasons, printed with the comparison.

import { useRef, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { useLineDraft } from "../../ipc/lines.ts";
import type { SimulationView } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { accountOf, blankChoice, startOfChoice } from "./logic.ts";
import * as words from "./words.ts";

interface ChoiceProps {
  view: SimulationView;
  onChanged: (view: SimulationView) => void;
}

export function Choice({ view, onChanged }: ChoiceProps) {
  const { dossier, choice } = view;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLSpanElement>(null);
  const draft = useLineDraft(dossier, "lender_choice", blankChoice, true, () => setOpen(true));
  const removing = useAction(async () => onChanged(await call("remove_choice", { dossier })));
  const close = () => {
    draft.settle();
    setOpen(false);
    opener.current?.querySelector("button")?.focus();
  };
  return (
    <Sheet
      title={words.choice}
      note={words.choiceNote}
      actions={
        <span ref={opener}>
          <Button small onClick={() => setOpen(true)}>
            {choice ? words.changeChoice : words.recordChoice}
          </Button>
        </span>
      }
    >
      <Refused failure={removing.failure} />
      {isOpen && (
        <Form
          view={view}
          onDone={(next) => {
            close();
            onChanged(next);
          }}
          onClose={close}
        />
      )}
      <div class="body">
        {choice ? (
          <>
            <p>
              <b>{choice.sentence}</b>
            </p>
            <p>{words.reasonsOf(choice.reasons)}</p>
            {choice.differs && <Notice tone="due">{choice.differs}</Notice>}
            <p>
              <Button small look="quiet" onClick={() => void removing.run()} disabled={removing.busy}>
                {words.removeChoice}
              </Button>
            </p>
          </>
        ) : (
          <p class="soft">{words.noChoice}</p>
        )}
      </div>
    </Sheet>
  );
}

interface FormProps {
  view: SimulationView;
  onDone: (view: SimulationView) => void;
  onClose: () => void;
}

function Form({ view, onDone, onClose }: FormProps) {
  const { dossier } = view;
  const form = useForm({
    name: "lender_choice",
    dossier,
    recorded: startOfChoice(view),
    send: async (typed) => onDone(await call("record_choice", { dossier, ...typed })),
  });
  return (
    <AddingForm
      label={words.choice}
      form={form}
      entry="lender"
      actions={words.choiceActions}
      onClose={onClose}
    >
      <Select
        class="span-4"
        label={words.lender}
        options={view.lenders}
        blank={words.notChosen}
        {...form.tie("lender")}
        onInput={(lender) => form.put({ lender, account: accountOf(view, lender) })}
      />
      <Select
        class="span-4"
        label={words.account}
        options={view.accounts}
        blank={words.noAccount}
        {...form.tie("account")}
      />
      <DateField
        class="span-3"
        label={words.choiceOn}
        optional
        hint={words.emptyIsToday}
        {...form.tie("on", "date")}
      />
      <TextField class="span-9" label={words.reasons} hint={words.reasonsHint} {...form.tie("reasons")} />
    </AddingForm>
  );
}
