// The story of a dossier: the newest day first, one sentence a fact; any of them is corrected here.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { DossierView, StoryLine, StoryView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField, usePlace } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Appointment } from "./Appointment.tsx";
import { Correction } from "./Correction.tsx";
import { Day } from "./Day.tsx";
import { NoteContact } from "./NoteContact.tsx";
import * as words from "./words.ts";

interface JournalProps {
  view: DossierView;
  onChanged: (view: DossierView) => void;
}

export function Journal({ view, onChanged }: JournalProps) {
  const story = useAnswer("story", { dossier: view.id });
  const [filter, setFilter] = useState("");
  const [corrected, setCorrected] = useState<StoryLine | null>(null);
  const place = usePlace();
  // One may come to note a call, to agree on an appointment, or for a field of the room.
  const [word, hear] = useState<string | undefined>(undefined);
  useLayoutEffect(() => hear((before) => place.word() ?? before), [place]);
  const page = useRef<HTMLDivElement>(null);
  const shown = story.value;
  const isShown = shown !== null;
  useEffect(() => {
    if (isShown && word !== undefined) focusField(page.current, word);
  }, [isShown, word]);
  if (shown === null) return <Refused failure={story.failure} />;
  const has = (line: StoryLine) => filter === "" || line.filters.includes(filter);
  const days = shown.days
    .map((day) => ({ ...day, lines: day.lines.filter(has) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <div class="columns wide-side" ref={page}>
      <div class="stack">
        <Sheet title={words.title} note={shown.sentence} actions={<UndoHere dossier={view.id} />}>
          <Filters view={shown} chosen={filter} onChoose={setFilter} />
          <p class="heard">{words.keys}</p>
          {days.length === 0 && <p class="body soft">{words.nothing}</p>}
          {days.map((day) => (
            <Day key={day.heading} day={day} isOpen={filter !== ""} onCorrect={setCorrected} />
          ))}
        </Sheet>
      </div>
      <div class="stack">
        {corrected?.fact != null && (
          <Correction
            key={corrected.fact}
            dossier={view.id}
            fact={corrected.fact}
            line={corrected}
            onDone={(next) => {
              story.set(next);
              setCorrected(null);
            }}
            onClose={() => setCorrected(null)}
          />
        )}
        <Appointment view={view} onChanged={onChanged} isWanted={word === "appointment"} />
        <NoteContact dossier={view.id} isCall={word === "call"} />
        <Corrected view={shown} />
        <Time view={shown} />
      </div>
    </div>
  );
}

interface FiltersProps {
  view: StoryView;
  chosen: string;
  onChoose: (key: string) => void;
}

function Filters({ view, chosen, onChoose }: FiltersProps) {
  return (
    <fieldset class="pills body">
      <legend class="heard">{words.filters}</legend>
      {view.filters.map((one) => (
        <button
          type="button"
          class="pill"
          key={one.key}
          aria-pressed={one.key === chosen}
          onClick={() => onChoose(one.key)}
        >
          {one.label} <b>{one.count}</b>
        </button>
      ))}
    </fieldset>
  );
}

/** The last action, when it was about this dossier: older facts are corrected, not undone. */
function UndoHere({ dossier }: { dossier: number }) {
  const state = useAnswer("undo_state", {});
  const undoing = useAction(() => call("undo", {}));
  if (state.value?.undo_dossier !== dossier) return null;
  return (
    <Button small shortcut={words.undoKey} disabled={undoing.busy} onClick={() => void undoing.run()}>
      {words.undo}
    </Button>
  );
}

function Corrected({ view }: { view: StoryView }) {
  if (view.corrections.length === 0) return null;
  return (
    <Sheet title={words.corrected} note={words.correctedNote}>
      <ul class="body lines">
        {view.corrections.map((one) => (
          <li key={`${one.on} ${one.sentence}`} class="row">
            <span class="grow">
              <b>{one.sentence}</b>
              <span class="sub block">{one.effects}</span>
            </span>
            <span class="soft small unbroken">{one.on}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Time({ view }: { view: StoryView }) {
  if (view.time.length === 0) return null;
  return (
    <Sheet title={words.time}>
      <div class="body">
        <dl class="sums">
          {view.time.map((one) => (
            <div key={one.label}>
              <dt>{one.label}</dt>
              <dd>{one.text}</dd>
            </div>
          ))}
          <div>
            <dt>
              <b>{words.total}</b>
            </dt>
            <dd>
              <b>{view.time_total}</b>
            </dd>
          </div>
        </dl>
      </div>
    </Sheet>
  );
}
