// The appointments of the day and of the week: with whom, where, by which number; told from here once the day has come.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { AppointmentDay, AppointmentRow, Today } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form, leave } from "../../parts/Form.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface AppointmentsProps {
  days: readonly AppointmentDay[];
  onChanged: (today: Today) => void;
}

export function Appointments({ days, onChanged }: AppointmentsProps) {
  const count = days.reduce((sum, day) => sum + day.rows.length, 0);
  return (
    <Sheet title={words.appointments} note={words.appointmentsCount(count)}>
      <ul class="tasks">
        {days.flatMap(({ day, rows }) =>
          rows.map((one) => <Line key={one.dossier} day={day} one={one} onChanged={onChanged} />),
        )}
      </ul>
    </Sheet>
  );
}

interface LineProps {
  day: string;
  one: AppointmentRow;
  onChanged: (today: Today) => void;
}

type Telling = "held" | "moved";

function Line({ day, one, onChanged }: LineProps) {
  const names = useNames();
  const [telling, tell] = useState<Telling | null>(null);
  const name = names.of(one.name);
  const missed = useAction(async () => {
    await call("settle_appointment", { dossier: one.dossier, outcome: "missed", minutes: "", note: "" });
    onChanged(await call("today", {}));
  });
  const acts = (does: Telling) => (
    <button
      type="button"
      class={does === "held" ? "button small" : "button small quiet"}
      aria-label={words.actionOf(words.met[does], name)}
      onClick={() => tell(does)}
    >
      {words.met[does]}
    </button>
  );
  return (
    <li>
      <State meaning={one.is_late ? "late" : "due"} tag>
        {[day, one.at].filter(Boolean).join(", ")}
      </State>
      <div class="what">
        <b>
          <a href={`#/dossiers/${one.dossier}/journal`}>{name}</a>
        </b>{" "}
        — {one.what}
        <span class="detail">
          {[one.is_doubled ? words.met.doubled : "", names.areHidden ? "" : one.phone || words.noPhone]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {telling && (
          <Told
            key={telling}
            dossier={one.dossier}
            telling={telling}
            onDone={(today) => {
              tell(null);
              onChanged(today);
            }}
            onClose={() => tell(null)}
          />
        )}
        <Refused failure={missed.failure} />
      </div>
      <div class="actions">
        {one.has_come && acts("held")}
        {one.has_come && (
          <button
            type="button"
            class="button small quiet"
            disabled={missed.busy}
            aria-label={words.actionOf(words.met.missed, name)}
            onClick={() => void missed.run()}
          >
            {words.met.missed}
          </button>
        )}
        {acts("moved")}
      </div>
    </li>
  );
}

const blank = { on: "", at: "", minutes: "", note: "" };

interface ToldProps {
  dossier: number;
  telling: Telling;
  onDone: (today: Today) => void;
  onClose: () => void;
}

/** Held, how long; moved, to when: what else was agreed stays as it was. */
function Told({ dossier, telling, onDone, onClose }: ToldProps) {
  const form = useForm({
    name: `met:${telling}`,
    dossier,
    recorded: blank,
    send: async ({ on, at, minutes, note }) => {
      if (telling === "held") await call("settle_appointment", { dossier, outcome: "held", minutes, note });
      else await call("set_appointment", { dossier, on, at, kind: "", place: "", note: "" });
      onDone(await call("today", {}));
    },
  });
  const { tie } = form;
  return (
    <Form form={form} entry class="form put-off" label={words.met[telling]} onClose={onClose}>
      {telling === "held" ? (
        <>
          <TextField label={words.met.minutes} optional hint={words.work.minutesForm} {...tie("minutes")} />
          <TextField label={words.met.note} optional {...tie("note")} />
        </>
      ) : (
        <>
          <DateField label={words.met.on} hint={words.untilHint} {...tie("on")} />
          <TextField label={words.met.at} optional hint={words.met.atForm} {...tie("at")} />
        </>
      )}
      <p class="actions">
        <Button submit small disabled={form.busy}>
          {words.met.send}
        </Button>
        <Button small look="quiet" onClick={() => leave(form, onClose)}>
          {words.keep}
        </Button>
      </p>
    </Form>
  );
}
