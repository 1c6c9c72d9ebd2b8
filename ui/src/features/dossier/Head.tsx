// What never scrolls away: who, where the dossier stands, its next date, its
// figures, its rooms.

import { useEffect, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { onNews } from "../../ipc/news.ts";
import { addressOfRoom } from "../../ipc/rooms.ts";
import type { DossierView, Room } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { clockText } from "../../parts/moment.ts";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { State } from "../../parts/State.tsx";
import { useIsAllSaved } from "../../parts/unsaved.ts";
import { type RoomScreen, roomTitle } from "./logic.ts";
import * as words from "./words.ts";

interface HeadProps {
  view: DossierView;
  rooms: readonly RoomScreen[];
  current: Room["key"];
  onNote: () => void;
}

export function DossierHead({ view, rooms, current, onNote }: HeadProps) {
  const names = useNames();
  return (
    <section class="dossier-head" aria-label={words.head} data-region>
      <div class="head-top">
        <h1 tabIndex={-1}>{names.of(view.name)}</h1>
        <span class="soft">{view.reference}</span>
        <span class="soft context" title={view.context}>
          {view.context}
        </span>
        <div class="actions">
          <Saved />
          <a class="button quiet small" href={`#${addressOfRoom(view.id, "together")}`}>
            {words.together}
          </a>
          <Button small look="quiet" shortcut={words.noteKey} onClick={onNote}>
            {words.noteExchange}
          </Button>
        </div>
      </div>
      {view.taken_over && <p class="head-from soft">{view.taken_over}</p>}
      {view.archived && (
        <div class="head-from">
          <State meaning="waiting">{view.archived}</State> <TakeBack dossier={view.id} />
        </div>
      )}
      <dl class="facts">
        <div>
          <dt>{words.stage}</dt>
          <dd>{view.stage.label}</dd>
        </div>
        <div class="next">
          <dt>{words.next}</dt>
          <dd title={view.next.what || undefined}>
            <NextStep next={view.next} />
          </dd>
        </div>
        <LoanFacts view={view} />
        <div>
          <dt>{words.resteAVivre}</dt>
          <dd>
            {view.reste_a_vivre?.text ?? <span class="soft plain">{words.noResteAVivre}</span>}
            {view.reste_a_vivre && view.loan?.reste_a_vivre_after && (
              <>
                {" "}
                <Icon name="arrow" label={words.afterwards} /> {view.loan.reste_a_vivre_after.text}
              </>
            )}
          </dd>
        </div>
      </dl>
      <nav class="rooms" aria-label={words.rooms}>
        {rooms.map((room) => (
          <a
            key={room.key}
            href={`#${addressOfRoom(view.id, room.key)}`}
            aria-current={room.key === current ? "page" : undefined}
          >
            {roomTitle(view, room.key)} <Progress room={view.rooms.find(({ key }) => key === room.key)} />
          </a>
        ))}
      </nav>
    </section>
  );
}

/** Out of the archives, back in the list and the day. */
function TakeBack({ dossier }: { dossier: number }) {
  const taking = useAction(() => call("take_back_retention", { dossier }));
  return (
    <>
      <Button look="quiet" small disabled={taking.busy} onClick={() => void taking.run()}>
        {words.takeBack}
      </Button>
      <Refused failure={taking.failure} />
    </>
  );
}

/** A check once nothing is missing, else how much is done where it is counted. */
function Progress({ room }: { room: Room | undefined }) {
  if (room?.complete) return <Icon name="check" label={words.complete} />;
  return room?.count ? <span class="tail">{room.count}</span> : null;
}

/** The loan and its instalment once they can be worked out, until then the amount wished for. */
function LoanFacts({ view }: { view: DossierView }) {
  if (!view.loan) {
    return (
      <div>
        <dt>{words.amount}</dt>
        <dd>{view.amount?.text ?? <span class="soft plain">{words.noAmount}</span>}</dd>
      </div>
    );
  }
  return (
    <>
      <div>
        <dt>{words.loan}</dt>
        <dd>{view.loan.sentence}</dd>
      </div>
      <div>
        <dt>{words.instalment}</dt>
        <dd>{view.loan.instalment.text}</dd>
      </div>
    </>
  );
}

function NextStep({ next }: { next: DossierView["next"] }) {
  const date = next.date ? <time dateTime={next.date.iso}>{next.date.text}</time> : words.noDate;
  const text = (
    <>
      {date}
      {next.at && words.atHour(next.at)}
      {next.what && ` · ${next.what}`}
    </>
  );
  switch (next.meaning) {
    case "late":
      return (
        <State meaning="late" label={words.lateSign}>
          {text}
        </State>
      );
    case "due":
      return (
        <State meaning="due" label={words.dueSign}>
          {text}
        </State>
      );
    case "plain":
      return <>{text}</>;
  }
}

/** When the last action of this sitting was written on the disk; nothing while something is not. */
function Saved() {
  const [at, setAt] = useState<Date | null>(null);
  useEffect(() => onNews((news) => news.told === "changed" && setAt(new Date())), []);
  const isAllSaved = useIsAllSaved();
  if (!at || !isAllSaved) return null;
  return (
    <span class="saved">
      <Icon name="check" /> {words.savedAt(clockText(at))}
    </span>
  );
}
