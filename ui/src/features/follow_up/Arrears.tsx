// After a missed instalment: one step lit, one deadline, the call prepared.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { ArrearsView, FollowedView, LadderRow } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Explain } from "../../parts/Explained.tsx";
import { Form } from "../../parts/Form.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { useNames } from "../../parts/names.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { type Meaning, State } from "../../parts/State.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import { blankCall } from "./logic.ts";
import * as words from "./words.ts";

const meanings: Record<LadderRow["state"], Meaning> = {
  done: "ok",
  lit: "due",
  late: "late",
  gone: "due",
  coming: "coming",
};

interface LadderProps {
  arrears: ArrearsView;
  onWrite: (paper: string) => void;
}

export function Ladder({ arrears, onWrite }: LadderProps) {
  const { deadline } = arrears;
  return (
    <Sheet title={words.ladder} note={arrears.note}>
      <ol class="ladder">
        {arrears.steps.map((step, place) => (
          <li
            key={step.key}
            class={step.state}
            aria-current={step.state === "lit" || step.state === "late" ? "step" : undefined}
          >
            <span class="unbroken" aria-hidden="true">
              {place + 1}
            </span>
            <span>
              <b>{step.label}</b>
              <span class="block small">{step.what}</span>
              {step.paper && step.state !== "done" && (
                <Button small sign="print" onClick={() => onWrite(step.paper)}>
                  {words.letters(step.paper)}
                </Button>
              )}
            </span>
            <span>
              {step.when && (
                <State meaning={meanings[step.state]} label={step.state === "done" ? words.done : ""}>
                  {step.when}
                </State>
              )}
            </span>
          </li>
        ))}
      </ol>
      {deadline && (
        <div class="body">
          <p>
            <b>{words.deadline}</b>{" "}
            <Explain
              of={deadline.title}
              after={arrears.deadline_text}
              ask={() => Promise.resolve(deadline)}
            />
          </p>
        </div>
      )}
    </Sheet>
  );
}

interface CallProps {
  dossier: number;
  arrears: ArrearsView;
  view: FollowedView;
  onChanged: (view: FollowedView) => void;
}

export function Call({ dossier, arrears, view, onChanged }: CallProps) {
  const names = useNames();
  const form = useForm({
    name: "arrears_call",
    dossier,
    recorded: blankCall,
    send: async (typed) => onChanged(await call("note_arrears_call", { dossier, on: "", ...typed })),
  });
  const { typed, tie } = form;
  const solution = arrears.solutions.find((one) => one.key === typed.solution);
  const { phone } = arrears.call;
  return (
    <Sheet title={words.call} note={names.areHidden ? undefined : phone || words.noPhone}>
      <Form form={form} label={words.call}>
        {!names.areHidden && (
          <blockquote class="say">
            <Icon name="info" /> {arrears.call.words}
          </blockquote>
        )}
        <Segmented legend={words.outcome} options={arrears.call.outcomes} {...tie("outcome")} />
        <Select label={words.cause} options={view.causes} blank={words.noCause} {...tie("cause")} />
        {typed.cause !== "" && (
          <TextField
            label={words.letterWords}
            optional
            hint={words.letterWordsHint}
            {...tie("letter_words")}
          />
        )}
        <Select
          label={words.solution}
          options={arrears.solutions}
          blank={words.noSolution}
          hint={solution?.effect}
          {...tie("solution")}
        />
        {typed.solution === "emergency_aid" && <MoneyField label={words.aid} {...tie("amount")} />}
        {arrears.deferrals && <p class="rule-source">{arrears.deferrals}</p>}
        <DateField label={words.nextOn} optional hint={arrears.call.next_on.text} {...tie("next_on")} />
        <TextField label={words.said} optional {...tie("note")} />
        <p>
          <Button look="main" submit disabled={form.busy}>
            {form.busy ? words.saving : words.noteCall}
          </Button>
        </p>
      </Form>
    </Sheet>
  );
}
