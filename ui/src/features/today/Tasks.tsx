// The one list: a dossier once, its most pressing task first, the others folded under it.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { DueDossier, Task, TaskGroup, Today } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { usePlace } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { addressOf, detailOf, meaningOf } from "./logic.ts";
import { PutOff } from "./PutOff.tsx";
import * as words from "./words.ts";

interface TasksProps {
  group: TaskGroup;
  onChanged: (today: Today) => void;
}

export function Tasks({ group, onChanged }: TasksProps) {
  return (
    <Sheet title={group.title} note={group.count}>
      <ul class="tasks">
        {group.dossiers.map((due) => (
          <Due key={due.dossier.id} due={due} onChanged={onChanged} />
        ))}
      </ul>
      {group.found > group.dossiers.length && (
        <p class="more-line soft">
          {words.more(group.found - group.dossiers.length)} <a href="#/dossiers">{words.moreThere}</a>
        </p>
      )}
    </Sheet>
  );
}

function Due({ due, onChanged }: { due: DueDossier; onChanged: (today: Today) => void }) {
  const names = useNames();
  const [first, ...others] = due.tasks;
  if (!first) return null;
  return (
    <>
      <Line due={due} task={first} onChanged={onChanged} leads />
      {others.length > 0 && (
        <li class="folded">
          <details>
            <Summary aria-label={words.actionOf(words.alsoDue(others.length), names.of(due.dossier.name))}>
              {words.alsoDue(others.length)}
            </Summary>
            <ul class="tasks">
              {others.map((task) => (
                <Line key={task.key} due={due} task={task} onChanged={onChanged} />
              ))}
            </ul>
          </details>
        </li>
      )}
    </>
  );
}

interface LineProps {
  due: DueDossier;
  task: Task;
  onChanged: (today: Today) => void;
  /** Whether it names its dossier. */
  leads?: boolean;
}

function Line({ due, task, onChanged, leads }: LineProps) {
  const { dossier } = due;
  const names = useNames();
  const place = usePlace();
  const [isPutOff, putOff] = useState(false);
  const done = useAction(async () => {
    onChanged(await call("finish_task", { dossier: dossier.id, task: task.key }));
  });
  const name = names.of(dossier.name);
  const address = addressOf(dossier.id, task.action);
  const detail = detailOf(task, {
    project: dossier.project,
    stage: dossier.stage.label,
    amount: dossier.amount?.text ?? null,
  });
  return (
    <li>
      <State meaning={meaningOf(task.meaning)} tag>
        {task.when}
      </State>
      <div class="what">
        {leads && (
          <>
            <b>
              <a href={address}>{name}</a>
            </b>
            {" — "}
          </>
        )}
        {task.what}
        <span class="detail">
          {[
            task.waiting_on ? words.waitingFor(task.waiting_on.label) : "",
            task.put_off ? words.putOffBecause(task.put_off) : "",
            leads ? detail : task.since,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {isPutOff && (
          <PutOff
            dossier={dossier.id}
            task={task.key}
            onDone={(today) => {
              putOff(false);
              onChanged(today);
            }}
            onClose={() => putOff(false)}
          />
        )}
        <Refused failure={done.failure} />
      </div>
      <div class="actions">
        <a
          class="button small"
          href={address}
          aria-label={words.actionOf(words.action[task.action], name)}
          onClick={(event) => {
            if (task.action !== "call") return;
            // The window would follow the link without saying that a call is noted there.
            event.preventDefault();
            event.stopPropagation();
            place.go(address.slice(1), task.action);
          }}
        >
          {words.action[task.action]}
        </a>
        <button
          type="button"
          class="button small quiet"
          disabled={done.busy}
          // The second click of a double one would be for the next line, which has come up.
          onClick={(click) => click.detail < 2 && done.run()}
          aria-label={words.doneOf(task.what, name)}
        >
          {words.done}
        </button>
        <button
          type="button"
          class="button small quiet"
          aria-expanded={isPutOff}
          onClick={() => putOff(!isPutOff)}
          aria-label={words.putOffOf(task.what, name)}
        >
          {words.putOff}
        </button>
      </div>
    </li>
  );
}
