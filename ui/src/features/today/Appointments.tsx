// The appointments of the day and of the coming days.

import type { AppointmentDay } from "../../ipc/types.ts";
import { useNames } from "../../parts/names.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { addressOf } from "./logic.ts";
import { words } from "./words.ts";

export function Appointments({ days }: { days: readonly AppointmentDay[] }) {
  const names = useNames();
  const count = days.reduce((sum, day) => sum + day.rows.length, 0);
  return (
    <Sheet title={words.appointments} note={words.appointmentsCount(count)}>
      <ul class="tasks">
        {days.flatMap((day) =>
          day.rows.map((one) => (
            <li key={one.dossier}>
              <State meaning="due" tag>
                {[day.day, one.at].filter(Boolean).join(", ")}
              </State>
              <div class="what">
                <b>
                  <a href={addressOf(one.dossier, "meet")}>{names.of(one.name)}</a>
                </b>{" "}
                — {one.what}
                <span class="d">{names.areHidden ? "" : one.phone || words.noPhone}</span>
              </div>
              <div class="acts">
                <a
                  class="btn small"
                  href={addressOf(one.dossier, "meet")}
                  aria-label={words.actionOf(words.action.meet, names.of(one.name))}
                >
                  {words.action.meet}
                </a>
              </div>
            </li>
          )),
        )}
      </ul>
    </Sheet>
  );
}
