// The points of the plan: owed, to come, held; what happens in the life of the person; a death.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { FollowedView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { useKeys } from "../../parts/keys.ts";
import { useNames } from "../../parts/names.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { Dates } from "./Dates.tsx";
import { Death } from "./Death.tsx";
import { blankPoint } from "./logic.ts";
import { NoteEvent } from "./NoteEvent.tsx";
import type { OpenPart } from "./Screen.tsx";
import * as words from "./words.ts";

/** The points held, then those of the plan, by their days. */
export function pointLines(view: FollowedView) {
  const held = view.reviews.slice(0, 1);
  return [
    ...held.map(({ on, how, found }) => ({ day: on.text, what: how, detail: found, look: "done" })),
    ...view.points.map(({ due, step, how, purpose, state }) => ({
      day: due.text,
      what: state === "coming" ? step : <b>{step}</b>,
      detail: state === "coming" ? how : `${how}, ${purpose}`,
      look: state === "coming" ? "" : "waited",
    })),
  ];
}

export function PointsStep(props: OpenPart) {
  const { followed, part, onPart } = props;
  if (followed.closed) return <p class="soft">{followed.closed}</p>;
  if (part === "event") return <NoteEvent {...props} onClose={() => onPart("")} />;
  if (followed.death || part === "death") return <Death {...props} />;
  return (
    <>
      {followed.plan && <p class="small soft">{followed.plan}</p>}
      <NotePoint key={followed.reviews.length} {...props} />
      <div class="ends">
        <button type="button" class="link" onClick={() => onPart("event")}>
          {words.event}
        </button>
        <button type="button" class="link" onClick={() => onPart("death")}>
          {words.openDeath}
        </button>
      </div>
    </>
  );
}

function NotePoint({ dossier, followed, onFollowed }: OpenPart) {
  const owed = followed.points.find(({ state }) => state !== "coming");
  const form = useForm({
    name: "review",
    dossier,
    recorded: { ...blankPoint, step: owed?.step ?? "" },
    send: async (typed) => onFollowed(await call("note_review", { dossier, form: typed })),
  });
  const { tie } = form;
  const steps = [...new Set(followed.points.map((point) => point.step))];
  useKeys({ "Ctrl+Enter": () => void form.run() });
  return (
    <Form form={form} class="stack" label={words.point} quick>
      <div class="asked">
        {steps.length > 0 && (
          <Select
            label={words.step}
            options={steps.map((step) => ({ key: step, label: step }))}
            blank={words.unplanned}
            {...tie("step")}
          />
        )}
        <Segmented legend={words.kept} options={words.yesNo} {...tie("due_dates_kept")} />
        <TextField label={words.minutes} inputMode="numeric" width="w-short" {...tie("minutes")} />
      </div>
      <div class="asked whole">
        <TextField label={words.whatWasSaid} {...tie("note")} />
      </div>
      <details class="more">
        <Summary>{words.more}</Summary>
        <div class="asked">
          <Select label={words.pointKind} options={followed.kinds} blank={words.usual} {...tie("kind")} />
          <Segmented legend={words.budget} options={words.yesNo} {...tie("budget_changed")} />
          <TextField label={words.project} {...tie("project")} />
          <TextField label={words.nextStep} {...tie("next_step")} />
          <DateField label={words.on} hint={words.orToday} {...tie("on", "date")} />
        </div>
      </details>
      <div class="ends">
        <Button submit look="main" shortcut={words.sendKey} disabled={form.busy}>
          {form.busy ? words.saving : words.notePoint}
        </Button>
      </div>
    </Form>
  );
}

export function PointsAside({ followed }: OpenPart) {
  return (
    <>
      {!followed.closed && !followed.death && (
        <Sheet title={words.points} note={followed.points_sum}>
          <Dates lines={pointLines(followed)} />
          {followed.points.length === 0 && <p class="counted">{words.noPoints}</p>}
        </Sheet>
      )}
      <Happened view={followed} />
    </>
  );
}

/** What happened since the money was paid, the last first. */
export function Happened({ view }: { view: FollowedView }) {
  const names = useNames();
  return (
    <Sheet title={words.happened} note={view.charter}>
      <Dates
        lines={view.happened.slice(0, 5).map(({ on, label, note }) => ({
          day: on.text,
          what: label,
          detail: names.areHidden ? "" : note,
          look: "",
        }))}
      />
      {view.happened.length === 0 && <p class="counted">{words.nothing}</p>}
    </Sheet>
  );
}
