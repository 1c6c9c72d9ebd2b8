// What the office itself has to do.

import type { OfficeTask } from "../../ipc/types.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { meaningOf, placeOf } from "./logic.ts";
import * as words from "./words.ts";

export function Office({ tasks }: { tasks: readonly OfficeTask[] }) {
  return (
    <Sheet title={words.office}>
      <ul class="tasks waiting">
        {tasks.map((task) => (
          <li key={task.what}>
            <div class="what">
              {task.what}
              <span class="detail">
                <a href={placeOf(task.place)}>{words.officePlace[task.place]}</a>
              </span>
            </div>
            <State meaning={meaningOf(task.meaning)}>{task.when}</State>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
