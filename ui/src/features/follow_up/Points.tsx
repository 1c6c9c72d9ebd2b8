// The points of the plan: owed, to come, held.

import { useRef } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { useDraftedForm } from "../../ipc/forms.ts";
import type { FollowedView, PointRow } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField } from "../../parts/place.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { type Meaning, State } from "../../parts/State.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { blankPoint, isBlank, type PointTexts } from "./logic.ts";
import * as words from "./words.ts";

const meanings: Record<PointRow["state"], Meaning> = { late: "late", due: "due", coming: "coming" };

export function Points({ view, onHold }: { view: FollowedView; onHold: (step: string) => void }) {
  return (
    <Sheet title={words.points} note={view.points_sum}>
      <div class="body">
        {view.plan && <p class="small">{view.plan}</p>}
        {view.points.length === 0 && <p class="soft">{words.noPoints}</p>}
        <ul class="plain points">
          {view.points.map((point) => (
            <li key={`${point.step} ${point.due.iso}`}>
              <span>
                <State meaning={meanings[point.state]}>{point.when}</State>
                <span class="block small">
                  {point.how} : {point.purpose}
                </span>
              </span>
              <button
                type="button"
                class="btn small"
                aria-label={words.hold(point.step)}
                onClick={() => onHold(point.step)}
              >
                {words.holdShort}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}

interface NoteProps {
  dossier: number;
  view: FollowedView;
  step: string;
  start: PointTexts;
  onChanged: (view: FollowedView) => void;
}

export function NotePoint({ dossier, view, step: first, start, onChanged }: NoteProps) {
  const place = useRef<HTMLFormElement>(null);
  const form = useDraftedForm<PointTexts>({
    dossier,
    form: "review",
    start: first ? { ...start, step: first } : start,
    isBlank: (typed) => isBlank(typed, blankPoint, ["step"]),
    draftOf: (typed) => typed,
    send: async (typed) => {
      onChanged(await call("note_review", { dossier, form: typed }));
      return blankPoint;
    },
    onRefused: (field) => focusField(place.current, field),
  });
  const { tie } = form;
  const steps = [...new Set([first, ...view.points.map((point) => point.step)])].filter((step) => step);
  return (
    <Sheet title={words.point}>
      <form
        ref={place}
        class="body stack"
        aria-label={words.point}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.run();
        }}
      >
        {steps.length > 0 && (
          <Select
            label={words.step}
            options={steps.map((step) => ({ key: step, label: step }))}
            blank={words.unplanned}
            {...tie("step")}
          />
        )}
        <Select label={words.kind} options={view.kinds} blank={words.usual} {...tie("kind")} />
        <DateField label={words.on} optional hint={words.today} placeholder={words.dateForm} {...tie("on")} />
        <Segmented legend={words.kept} options={words.yesNo} {...tie("due_dates_kept")} />
        <Segmented legend={words.budget} options={words.yesNo} {...tie("budget_changed")} />
        <TextField label={words.project} optional {...tie("project")} />
        <TextField label={words.minutes} optional inputMode="numeric" width="w-short" {...tie("minutes")} />
        <TextField label={words.said} optional {...tie("note")} />
        <TextField label={words.nextStep} optional {...tie("next_step")} />
        <p>
          <Button submit disabled={form.busy}>
            {form.busy ? words.sending : words.notePoint}
          </Button>
        </p>
        <Refused failure={form.refused?.field ? null : form.refused} />
      </form>
    </Sheet>
  );
}
