import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import type { DossierView, FollowedView } from "../../ipc/types.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Call, Ladder } from "./Arrears.tsx";
import { Death } from "./Death.tsx";
import { NoteEvent } from "./NoteEvent.tsx";
import { NotePoint, Points } from "./Points.tsx";
import { words } from "./words.ts";

export function FollowUp({ view: { id } }: { view: DossierView }) {
  const { value, failure, set } = useAnswer("follow_up_room", { dossier: id });
  if (!value) return <Refused failure={failure} />;
  if (value.closed) {
    return (
      <Empty title={words.title} text={value.closed}>
        <a class="btn" href={`#/dossiers/${id}/decisions`}>
          {words.openDecisions}
        </a>
      </Empty>
    );
  }
  return <Room dossier={id} view={value} onChanged={set} />;
}

interface RoomProps {
  dossier: number;
  view: FollowedView;
  onChanged: (view: FollowedView) => void;
}

function Room({ dossier, view, onChanged }: RoomProps) {
  const [step, choose] = useState("");
  const open = view.death === null;
  return (
    <div class="cols dos">
      <div class="stack">
        <Strip dossier={dossier} view={view} />
        {view.arrears && <Ladder arrears={view.arrears} />}
        {open && <Points view={view} onHold={choose} />}
        <Happened view={view} />
      </div>
      <div class="stack">
        {view.arrears && <Call dossier={dossier} arrears={view.arrears} view={view} onChanged={onChanged} />}
        {open && (
          <NotePoint
            key={step}
            dossier={dossier}
            view={view}
            step={step}
            onChanged={(next) => {
              choose("");
              onChanged(next);
            }}
          />
        )}
        {open && <NoteEvent dossier={dossier} view={view} onChanged={onChanged} />}
        <Death dossier={dossier} view={view} onChanged={onChanged} />
      </div>
    </div>
  );
}

function Strip({ dossier, view }: { dossier: number; view: FollowedView }) {
  return (
    <Sheet
      title={words.strip}
      note={view.known}
      actions={<a href={`#/dossiers/${dossier}/pret`}>{words.wholeSchedule}</a>}
    >
      <div class="body">
        <ol class="months">
          {view.strip.map((month) => (
            <li key={month.told} class={month.state}>
              <span aria-hidden="true">{month.label}</span>
              <span class="vh">{month.told}</span>
            </li>
          ))}
        </ol>
        <p class="rule-src">{words.silence}</p>
      </div>
    </Sheet>
  );
}

function Happened({ view }: { view: FollowedView }) {
  return (
    <Sheet title={words.happened} note={view.charter}>
      <div class="body">
        {view.happened.length === 0 && <p class="soft">{words.nothing}</p>}
        <ul class="plain">
          {view.happened.map((row) => (
            <li key={`${row.on.iso} ${row.label}`}>
              <b>{row.label}</b> <span class="soft small">{row.on.text}</span>
              {row.note && <span class="block small">{row.note}</span>}
            </li>
          ))}
        </ul>
        {view.reviews.length > 0 && <h3>{words.reviews}</h3>}
        <ul class="plain">
          {view.reviews.map((row) => (
            <li key={`${row.on.iso} ${row.how}`}>
              <State meaning="ok">{row.how}</State> <span class="soft small">{row.on.text}</span>
              {row.found && <span class="block small">{row.found}</span>}
              {row.next && <span class="block small">{row.next}</span>}
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}
