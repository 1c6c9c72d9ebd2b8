import { useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { DossierView, FollowedView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { usePlace } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Call, Ladder } from "./Arrears.tsx";
import { Death } from "./Death.tsx";
import { Letter } from "./Letter.tsx";
import { NoteEvent } from "./NoteEvent.tsx";
import { NotePoint, Points } from "./Points.tsx";
import * as words from "./words.ts";

export function FollowUp({ view: { id } }: { view: DossierView }) {
  const { value, failure, set } = useAnswer("follow_up_room", { dossier: id });
  const [paper, write] = useState<string | null>(null);
  const again = useAction(async () => set(await call("follow_up_room", { dossier: id })));
  if (!value) return <Refused failure={failure} />;
  if (value.closed) {
    return (
      <Empty title={words.title} text={value.closed}>
        <a class="button" href={`#/dossiers/${id}/decisions`}>
          {words.openDecisions}
        </a>
      </Empty>
    );
  }
  if (paper !== null) {
    return <Letter dossier={id} paper={paper} onOut={() => void again.run()} onClose={() => write(null)} />;
  }
  return <Room dossier={id} view={value} onChanged={set} onWrite={write} />;
}

interface RoomProps {
  dossier: number;
  view: FollowedView;
  onChanged: (view: FollowedView) => void;
  /** Opens a paper in place of the room; what is typed is found again as a draft. */
  onWrite: (paper: string) => void;
}

function Room({ dossier, view, onChanged, onWrite }: RoomProps) {
  const [step, choose] = useState("");
  const open = view.death === null;
  return (
    <div class="columns wide-side">
      <div class="stack">
        <Strip dossier={dossier} view={view} />
        {view.arrears && <Ladder arrears={view.arrears} onWrite={onWrite} />}
        {open && <Points view={view} onHold={choose} />}
        <Happened view={view} />
      </div>
      <div class="stack">
        {view.arrears && <Call dossier={dossier} arrears={view.arrears} view={view} onChanged={onChanged} />}
        {open && (
          <NotePoint
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
        <Death dossier={dossier} view={view} onChanged={onChanged} onWrite={() => onWrite("heirs_sheet")} />
      </div>
    </div>
  );
}

/** The word by which the room of the loan opens its declaration on « Impayée ». */
const MISSED = "missed";

function Strip({ dossier, view }: { dossier: number; view: FollowedView }) {
  const place = usePlace();
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
              <span class="heard">{month.told}</span>
            </li>
          ))}
        </ol>
        <p class="rule-source">{words.silence}</p>
        {view.strip.some(({ state }) => state === "silent") && (
          <Button small sign="plus" onClick={() => place.go(`/dossiers/${dossier}/pret`, MISSED)}>
            {words.sayMissed}
          </Button>
        )}
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
