import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import type { TaskGroup, Today as TodayView, Waiting as WaitingView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { useArrival, useTitle } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { type Meaning, State } from "../../parts/State.tsx";
import { addressOf, kindOf, shownWaiting } from "./logic.ts";
import { words } from "./words.ts";

export function Today() {
  const { value: today, failure } = useAnswer("today", {});
  useTitle(words.windowTitle);
  useArrival(today !== null);
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{today?.date ?? words.title}</h1>
          <p role="status">{today?.sentence}</p>
        </div>
        <div class="acts">
          <NewRequest />
        </div>
      </div>
      <Refused failure={failure} />
      {today?.notices.map(({ text, meaning }) => (
        <div class="gap-under" key={text}>
          <Notice
            tone={meaning === "late" ? "late" : "due"}
            actions={
              <a class="btn small" href="#/securite">
                {words.toCopies}
              </a>
            }
          >
            {text}
          </Notice>
        </div>
      ))}
      {today && <Shown today={today} />}
    </>
  );
}

function NewRequest() {
  return (
    <a class="btn main" href="#/demande">
      <Icon name="plus" /> {words.newRequest} <kbd class="k">{words.newRequestKey}</kbd>
    </a>
  );
}

function Shown({ today }: { today: TodayView }) {
  const kind = kindOf(today);
  if (kind === "no_dossier") return <Empty title={words.emptyTitle} text={words.emptyText} />;
  return (
    <div class="cols">
      <div class="stack">
        {today.retention && (
          <Notice
            tone="due"
            actions={
              <a class="btn small" href="#/securite">
                {words.decide}
              </a>
            }
          >
            {today.retention}
          </Notice>
        )}
        {kind === "calm" && <Empty title={words.calmTitle} text={words.calmText} />}
        {today.groups.map((group) => (
          <Tasks key={group.title} group={group} />
        ))}
      </div>
      {today.waiting.length > 0 && (
        <aside class="stack" aria-label={words.waiting}>
          <Waiting waiting={today.waiting} />
        </aside>
      )}
    </div>
  );
}

const meanings: Record<TaskGroup["meaning"], Meaning> = { late: "late", due: "due", plain: "coming" };

function Tasks({ group }: { group: TaskGroup }) {
  const names = useNames();
  return (
    <Sheet title={group.title} note={group.count}>
      <ul class="tasks">
        {group.tasks.map((task) => (
          <li key={task.dossier.id}>
            <State meaning={meanings[group.meaning]} tag>
              {task.when}
            </State>
            <div class="what">
              <b>
                <a href={addressOf(task)}>{names.of(task.dossier.name)}</a>
              </b>{" "}
              — {task.dossier.next_what || words.toSet}
              <span class="d">
                {[task.dossier.project, task.dossier.stage.label, task.dossier.amount?.text]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </div>
            <div class="acts">
              <a
                class="btn small"
                href={addressOf(task)}
                aria-label={words.openOf(names.of(task.dossier.name))}
              >
                {words.open}
              </a>
            </div>
          </li>
        ))}
      </ul>
      {group.found > group.tasks.length && (
        <p class="more-line soft">
          {words.more(group.found - group.tasks.length)} <a href="#/dossiers">{words.moreThere}</a>
        </p>
      )}
    </Sheet>
  );
}

function Waiting({ waiting }: { waiting: readonly WaitingView[] }) {
  const names = useNames();
  const [isOpen, open] = useState(false);
  const shown = shownWaiting(waiting, isOpen);
  const left = waiting.length - shown.length;
  return (
    <Sheet title={words.waiting} note={words.waitingCount(waiting.length)}>
      <ul class="tasks waiting">
        {shown.map((one) => (
          <li key={one.dossier}>
            <div class="what">
              <b>
                <a href={`#/dossiers/${one.dossier}/decisions`}>{one.whom}</a>
              </b>
              <span class="d">{names.leading(one.what)}</span>
              {one.expected && <span class="d">{words.expected(one.expected.text)}</span>}
            </div>
            {one.meaning === "late" ? (
              <State meaning="late" label={words.pastPromise}>
                {one.since}
              </State>
            ) : (
              <State meaning="waiting">{one.since}</State>
            )}
          </li>
        ))}
        {left > 0 && (
          <li class="more">
            <Button onClick={() => open(true)}>{words.seeOthers(left)}</Button>
          </li>
        )}
      </ul>
    </Sheet>
  );
}
