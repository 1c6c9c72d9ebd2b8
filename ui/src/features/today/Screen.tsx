import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import type { Today as TodayView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { useArrival, useTitle } from "../../parts/place.ts";
import { Agenda } from "./Agenda.tsx";
import { Appointments } from "./Appointments.tsx";
import { Landmarks, Silent, Waiting } from "./Aside.tsx";
import { kindOf } from "./logic.ts";
import { Office } from "./Office.tsx";
import { Session } from "./Session.tsx";
import { Tasks } from "./Tasks.tsx";
import { WorkTime } from "./WorkTime.tsx";
import * as words from "./words.ts";

export function Today({ title }: { title: string }) {
  const { value: today, failure, set } = useAnswer("today", {});
  const [isPaper, showPaper] = useState(false);
  useTitle(words.windowTitle);
  useArrival(today !== null);
  useKeys({ "Ctrl+p": () => showPaper(true) });
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{today?.date ?? title}</h1>
          <p role="status">{today?.sentence}</p>
        </div>
        <div class="actions">
          <Button
            sign={isPaper ? "undo" : "print"}
            shortcut={isPaper ? undefined : words.printKey}
            onClick={() => showPaper(!isPaper)}
          >
            {isPaper ? words.closePaper : words.print}
          </Button>
          <NewRequest />
        </div>
      </div>
      <Refused failure={failure} />
      {isPaper && <Agenda />}
      {today?.notices.map(({ text, meaning }) => (
        <div class="gap-under" key={text}>
          <Notice
            tone={meaning === "late" ? "late" : "due"}
            actions={
              <a class="button small" href="#/securite">
                {words.toCopies}
              </a>
            }
          >
            {text}
          </Notice>
        </div>
      ))}
      {today && !isPaper && <Shown today={today} onChanged={set} />}
    </>
  );
}

function NewRequest() {
  return (
    <a class="button main" href="#/demande">
      <Icon name="plus" /> {words.newRequest} <kbd class="shortcut">{words.newRequestKey}</kbd>
    </a>
  );
}

function Shown({ today, onChanged }: { today: TodayView; onChanged: (today: TodayView) => void }) {
  const kind = kindOf(today);
  if (kind === "no_dossier") {
    return (
      <Empty title={words.emptyTitle} text={words.emptyText}>
        <a class="button" href="#/reglages/registre">
          {words.takeRegister}
        </a>
      </Empty>
    );
  }
  return (
    <div class="columns">
      <div class="stack">
        {kind === "calm" && <Empty title={words.calmTitle} text={words.calmText} />}
        {today.appointments.length > 0 && <Appointments days={today.appointments} onChanged={onChanged} />}
        {today.groups.map((group) => (
          <Tasks key={group.title} group={group} onChanged={onChanged} />
        ))}
      </div>
      <aside class="stack" aria-label={words.landmarks}>
        {today.session && <Session session={today.session} />}
        {today.office.length > 0 && <Office tasks={today.office} />}
        {today.waiting.length > 0 && <Waiting waiting={today.waiting} found={today.waiting_found} />}
        {today.silent.length > 0 && <Silent silent={today.silent} found={today.silent_found} />}
        {today.landmarks.length > 0 && <Landmarks landmarks={today.landmarks} />}
        <WorkTime />
      </aside>
    </div>
  );
}
