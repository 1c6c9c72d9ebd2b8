// What could happen and what is planned: each point saved on being left.

import { useId, useRef, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { type Fields, useSavedFields } from "../../ipc/fields.ts";
import { useForm } from "../../ipc/form.ts";
import { useLineDraft } from "../../ipc/lines.ts";
import type { AssessmentView, WatchPoint } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { Button } from "../../parts/Button.tsx";
import { FieldError } from "../../parts/Field.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Refused } from "../../parts/Notice.tsx";
import { focusField } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Table } from "../../parts/Table.tsx";
import { GrowingText } from "../../parts/TextArea.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { useUnsaved } from "../../parts/unsaved.ts";
import { changedPoint, pointName, pointTexts, type Texts } from "./logic.ts";
import * as words from "./words.ts";

interface PointsProps {
  assessment: AssessmentView;
  onChanged: (view: AssessmentView) => void;
}

export function WatchPoints({ assessment, onChanged }: PointsProps) {
  const { dossier, watch_points: points } = assessment;
  const [isAdding, setAdding] = useState(false);
  const addButton = useRef<HTMLSpanElement>(null);
  const fields = useSavedFields<Texts>({
    dossier,
    form: "watch_point",
    saved: pointTexts(points),
    readings: {},
    save: async (name, value) => {
      const changed = changedPoint(points, name, value);
      if (changed) onChanged(await call("change_watch_point", { dossier, ...changed }));
    },
  });
  useUnsaved(fields.typed);
  const draft = useLineDraft(dossier, "watch_point:new", blankPoint, true, () => setAdding(true));
  const focusAdd = () => addButton.current?.querySelector("button")?.focus();
  const removing = useAction(async (point: number) => {
    onChanged(await call("remove_watch_point", { dossier, point }));
    focusAdd();
  });
  useKeys({ "Alt+n": () => setAdding(true) });
  return (
    <Sheet
      title={words.points}
      note={words.pointsNote}
      actions={
        <span ref={addButton}>
          <Button small sign="plus" shortcut={words.addKey} onClick={() => setAdding(true)}>
            {words.addPoint}
          </Button>
        </span>
      }
    >
      <Refused failure={removing.failure} />
      {isAdding && (
        <NewPoint
          dossier={dossier}
          onAdded={(next) => {
            draft.settle();
            onChanged(next);
          }}
          onClose={() => {
            draft.settle();
            setAdding(false);
            focusAdd();
          }}
        />
      )}
      {points.length === 0 ? (
        <div class="body">
          <p class="soft">{words.noPoint}</p>
        </div>
      ) : (
        <Table
          label={words.pointsTable}
          class="dense points"
          heads={[words.risk, words.answer, { text: words.remove, isHeard: true }]}
        >
          {points.map((point, place) => (
            <Point
              key={point.id}
              point={point}
              place={place + 1}
              fields={fields}
              onRemove={() => void removing.run(point.id)}
            />
          ))}
        </Table>
      )}
    </Sheet>
  );
}

interface PointProps {
  point: WatchPoint;
  place: number;
  fields: Fields<Texts>;
  onRemove: () => void;
}

function Point({ point, place, fields, onRemove }: PointProps) {
  const errorId = useId();
  const cell = (field: "risk" | "answer", label: string) => {
    const { error, name, value, onInput, onLeave } = fields.tie(pointName(field, point.id));
    return (
      <td>
        <GrowingText
          name={name}
          rows={1}
          value={value}
          aria-label={label}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${errorId}-${field}` : undefined}
          // One sentence: it wraps, it has no lines of its own.
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          onText={onInput}
          onBlur={onLeave}
        />
        {error && (
          <div class="field bad">
            <FieldError id={`${errorId}-${field}`} text={error} />
          </div>
        )}
      </td>
    );
  };
  return (
    <tr>
      {cell("risk", words.riskOf(place))}
      {cell("answer", words.answerOf(place))}
      <td>
        <button
          type="button"
          class="button small quiet"
          aria-label={words.removePoint(point.risk)}
          onClick={onRemove}
        >
          {words.remove}
        </button>
      </td>
    </tr>
  );
}

const blankPoint = { risk: "", answer: "" };

interface NewPointProps {
  dossier: number;
  onAdded: (view: AssessmentView) => void;
  onClose: () => void;
}

/** One point after the other: Entrée adds and starts the next. */
function NewPoint({ dossier, onAdded, onClose }: NewPointProps) {
  const form = useForm({
    name: "watch_point:new",
    dossier,
    recorded: blankPoint,
    send: async (typed) => {
      onAdded(await call("add_watch_point", { dossier, ...typed }));
      focusField(form.place.current, "risk");
    },
  });
  return (
    <AddingForm label={words.newPoint} form={form} entry="risk" onClose={onClose}>
      <TextField class="span-6" label={words.risk} {...form.tie("risk")} />
      <TextField class="span-6" label={words.answer} optional {...form.tie("answer")} />
    </AddingForm>
  );
}
