// The day: what is late, what is for today, each line doing its thing in place; the rest beside it, folded.

import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import type { Today as TodayView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { useArrival, useTitle } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Agenda } from "./Agenda.tsx";
import { Folds, OfficeTasks } from "./Folds.tsx";
import { Appointment, Due } from "./Lines.tsx";
import { type DayList, listsOf, SHOWN_LATE } from "./logic.ts";
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
        <h1 tabIndex={-1}>{today?.date ?? title}</h1>
        <p role="status">{today?.sentence}</p>
        <div class="actions">
          <Button
            sign={isPaper ? "undo" : "print"}
            shortcut={isPaper ? undefined : words.printKey}
            onClick={() => showPaper(!isPaper)}
          >
            {isPaper ? words.closePaper : words.print}
          </Button>
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
      {today && !isPaper && today.dossiers === 0 && (
        <Empty title={words.emptyTitle} text={words.emptyText}>
          <a class="button main" href="#/demande">
            {words.newRequest}
          </a>
          <a class="button" href="#/reglages/registre">
            {words.takeRegister}
          </a>
        </Empty>
      )}
      {today && !isPaper && today.dossiers === 0 && today.office.length > 0 && (
        <Sheet title={words.office}>
          <OfficeTasks tasks={today.office} />
        </Sheet>
      )}
      {today && !isPaper && today.dossiers > 0 && (
        <div class="panes">
          <section aria-label={words.toDo} data-region>
            <ToDo today={today} onChanged={set} />
          </section>
          <section aria-label={words.besides} data-region>
            <Folds today={today} onChanged={set} />
            {today.session && (
              <Sheet title={words.session} note={today.session.day.text}>
                <div class="body">
                  <a href="#/seances">{today.session.title}</a>
                  {today.session.place && <p class="soft">{today.session.place}</p>}
                  <p>{today.session.dossiers}</p>
                </div>
              </Sheet>
            )}
          </section>
        </div>
      )}
    </>
  );
}

interface PartProps {
  today: TodayView;
  onChanged: (today: TodayView) => void;
}

function ToDo({ today, onChanged }: PartProps) {
  const lists = listsOf(today);
  if (lists.length === 0) return <Empty title={words.calmTitle} text={words.calmText} />;
  return (
    <>
      {lists.map((list) => (
        <Listed key={list.key} list={list} onChanged={onChanged} />
      ))}
    </>
  );
}

/** What is late shows its first lines, the others at a button: the day is not pushed out of the window. */
function Listed({ list, onChanged }: { list: DayList; onChanged: PartProps["onChanged"] }) {
  const [isOpen, open] = useState(false);
  const most = list.key === "late" && !isOpen ? SHOWN_LATE : Number.POSITIVE_INFINITY;
  const left = list.appointments.length + list.dossiers.length - most;
  return (
    <Sheet title={words.lists[list.key]} note={String(list.found)}>
      <ul class="tasks">
        {list.appointments.slice(0, most).map(({ day, one }) => (
          <Appointment key={one.dossier} day={day} one={one} onChanged={onChanged} />
        ))}
        {list.dossiers.slice(0, Math.max(0, most - list.appointments.length)).map((due) => (
          <Due key={due.dossier.id} due={due} onChanged={onChanged} />
        ))}
      </ul>
      {left > 0 && (
        <p class="more-line">
          <Button small look="quiet" onClick={() => open(true)}>
            {words.seeOthers(left)}
          </Button>
        </p>
      )}
      {left <= 0 && list.found > list.appointments.length + list.dossiers.length && (
        <p class="more-line soft">
          {words.more(list.found - list.appointments.length - list.dossiers.length)}{" "}
          <a href="#/dossiers">{words.moreThere}</a>
        </p>
      )}
    </Sheet>
  );
}
