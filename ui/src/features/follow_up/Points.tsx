// The points of the plan: owed, to come, held.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { FollowedView, PointRow } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { type Meaning, State } from "../../parts/State.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { blankPoint } from "./logic.ts";
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
                class="button small"
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
  onChanged: (view: FollowedView) => void;
}

export function NotePoint({ dossier, view, step: first, onChanged }: NoteProps) {
  const form = useForm({
    name: "review",
    dossier,
    recorded: first ? { ...blankPoint, step: first } : blankPoint,
    send: async (typed) => onChanged(await call("note_review", { dossier, form: typed })),
  });
  const { tie } = form;
  const steps = [...new Set([first, ...view.points.map((point) => point.step)])].filter((step) => step);
  return (
    <Sheet title={words.point}>
      <Form form={form} label={words.point}>
        {steps.length > 0 && (
          <Select
            label={words.step}
            options={steps.map((step) => ({ key: step, label: step }))}
            blank={words.unplanned}
            {...tie("step")}
          />
        )}
        <Select label={words.kind} options={view.kinds} blank={words.usual} {...tie("kind")} />
        <DateField label={words.on} optional hint={words.orToday} {...tie("on")} />
        <Segmented legend={words.kept} options={words.yesNo} {...tie("due_dates_kept")} />
        <Segmented legend={words.budget} options={words.yesNo} {...tie("budget_changed")} />
        <TextField label={words.project} optional {...tie("project")} />
        <TextField label={words.minutes} optional inputMode="numeric" width="w-short" {...tie("minutes")} />
        <TextField label={words.said} optional {...tie("note")} />
        <TextField label={words.nextStep} optional {...tie("next_step")} />
        <p>
          <Button submit disabled={form.busy}>
            {form.busy ? words.saving : words.notePoint}
          </Button>
        </p>
      </Form>
    </Sheet>
  );
}
