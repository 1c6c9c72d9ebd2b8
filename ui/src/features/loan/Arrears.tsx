// A missed instalment: what to say, the call, three solutions with what each costs; at the side the dates, and the
// working of the solution chosen.

import { useState } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { ArrearsView, LadderRow } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Explain } from "../../parts/Explained.tsx";
import { Form } from "../../parts/Form.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { useNames } from "../../parts/names.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import { Dates } from "./Dates.tsx";
import { blankCall } from "./logic.ts";
import { NoteEvent } from "./NoteEvent.tsx";
import { Happened } from "./Points.tsx";
import type { OpenPart } from "./Screen.tsx";
import * as words from "./words.ts";

/** The letter that asks the bank for what was chosen. */
const REQUEST = "deferral_request_letter";

export function ArrearsStep(props: OpenPart) {
  const { followed, part, onPart } = props;
  const { arrears } = followed;
  if (part === "event") return <NoteEvent {...props} onClose={() => onPart("")} />;
  return (
    <>
      {arrears ? <Call {...props} arrears={arrears} /> : <p class="soft">{words.arrearsDone}</p>}
      <div class="ends">
        {arrears?.steps
          .filter(({ paper, state }) => paper && paper !== REQUEST && state !== "done")
          .map(({ key, paper }) => (
            <button key={key} type="button" class="link" onClick={() => props.onWrite(paper)}>
              {words.letters(paper)}
            </button>
          ))}
        {arrears && (
          <button type="button" class="link" onClick={() => props.onWrite(REQUEST)}>
            {words.letters(REQUEST)}
          </button>
        )}
        <button type="button" class="link" onClick={() => onPart("event")}>
          {words.event}
        </button>
      </div>
    </>
  );
}

function Call({
  dossier,
  followed,
  arrears,
  onFollowed,
  onWrite,
  onPart,
}: OpenPart & { arrears: ArrearsView }) {
  const names = useNames();
  const [writes, setWrites] = useState(false);
  const form = useForm({
    name: "arrears_call",
    dossier,
    recorded: blankCall,
    send: async (typed) => {
      const toWrite = isAskedOfTheBank(typed.solution);
      setWrites(toWrite);
      onFollowed(await call("note_arrears_call", { dossier, on: "", ...typed }));
      onPart("");
      if (toWrite) onWrite(REQUEST);
    },
  });
  const { typed, tie } = form;
  const { phone } = arrears.call;
  useKeys({ "Ctrl+Enter": () => void form.run() });
  return (
    <Form form={form} class="stack" label={words.call} quick>
      {!names.areHidden && <blockquote class="say">{arrears.call.words}</blockquote>}
      <div class="asked">
        {!names.areHidden && phone && (
          <span class="phone">
            <Icon name="phone" /> {phone}
          </span>
        )}
        <Segmented legend={words.outcome} options={arrears.call.outcomes} {...tie("outcome")} />
        <Select label={words.cause} options={followed.causes} blank={words.noCause} {...tie("cause")} />
      </div>
      <div class="asked whole">
        <TextField label={words.whatWasSaid} {...tie("note")} />
      </div>
      <fieldset class="solutions">
        <legend>
          {words.solutions} <span class="soft small">{arrears.note}</span>
        </legend>
        <div class="heads" aria-hidden="true">
          <span />
          {words.solutionHeads.map((head) => (
            <span key={head}>{head}</span>
          ))}
        </div>
        {arrears.solutions.map((one) => (
          <label key={one.key}>
            <input
              type="radio"
              name="solution"
              checked={typed.solution === one.key}
              onChange={() => {
                form.put({ solution: one.key });
                onPart(one.key);
              }}
            />
            <span>
              <b>{one.label}</b> <span class="block small soft">{one.what}</span>
            </span>{" "}
            <span class="num">
              <b>{one.cost}</b> <span class="block small soft">{one.payer}</span>
            </span>{" "}
            <span class="num">
              {one.ends} <span class="block small soft">{one.later}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {typed.solution === "emergency_aid" && (
        <div class="asked">
          <MoneyField label={words.aid} {...tie("amount")} />
        </div>
      )}
      <details class="more">
        <Summary>{words.callDetails}</Summary>
        <div class="asked">
          <DateField label={words.nextOn} hint={arrears.call.next_on.text} {...tie("next_on", "date")} />
          <TextField label={words.bankLetterWords} hint={words.bankLetterHint} {...tie("letter_words")} />
        </div>
      </details>
      <div class="ends">
        <Button submit look="main" shortcut={words.sendKey} disabled={form.busy}>
          {form.busy && writes
            ? words.saving
            : isAskedOfTheBank(typed.solution)
              ? words.noteAndWrite
              : words.noteCall}
        </Button>
      </div>
    </Form>
  );
}

/** Whether the bank is to be asked for it: the aid of the office is not. */
function isAskedOfTheBank(solution: string): boolean {
  return solution === "postponed" || solution === "end_shifted";
}

/** What was done last, what is to be done now, and the next two steps. */
function stepsShown(steps: readonly LadderRow[]): readonly LadderRow[] {
  const now = steps.findIndex(({ state }) => state === "lit" || state === "late");
  const from = now < 0 ? Math.max(0, steps.length - 4) : Math.max(0, now - 1);
  return steps.slice(from, from + 4);
}

const looks: Record<LadderRow["state"], string> = {
  done: "done",
  lit: "waited",
  late: "late",
  gone: "",
  coming: "",
};

export function ArrearsAside(props: OpenPart) {
  const { followed, part } = props;
  const { arrears } = followed;
  const solution = arrears?.solutions.find(({ key }) => key === part);
  const lines = stepsShown(arrears?.steps ?? []).map(({ day, label, when, state }) => ({
    day,
    what: state === "lit" || state === "late" ? <b>{label}</b> : label,
    detail: state === "late" || state === "gone" ? when : "",
    look: looks[state],
  }));
  const { deadline } = arrears ?? {};
  const last = deadline && {
    day: words.register,
    what: <b>{words.deadline}</b>,
    detail: (
      <Explain
        of={deadline.title}
        after={arrears?.deadline_text ?? ""}
        ask={() => Promise.resolve(deadline)}
      />
    ),
    look: "late",
  };
  return (
    <>
      {arrears && (
        <Sheet title={words.dates}>
          <Dates lines={last ? [...lines, last] : lines} />
        </Sheet>
      )}
      {solution?.explained && (
        <Sheet title={words.trial} note={solution.label}>
          <div class="body">
            <dl class="work">
              {solution.explained.steps.map(({ sign, label, value, strong }) => (
                <div key={label} class={strong ? "sum" : undefined}>
                  <dt>
                    {sign} {label}
                  </dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <p class="soft">
              {words.nothingYet} {arrears?.deferrals}
            </p>
          </div>
        </Sheet>
      )}
      {!solution?.explained && <Happened view={followed} />}
    </>
  );
}
