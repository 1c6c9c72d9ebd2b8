// The appointment of a dossier: agreed or moved here, then held, not honoured or cancelled.

import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { DossierView } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { useNames } from "../../parts/names.ts";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

const never = () => false;
const blank = { on: "", at: "", kind: "", place: "", note: "" };

interface AppointmentProps {
  view: DossierView;
  onChanged: (view: DossierView) => void;
}

interface WantedProps extends AppointmentProps {
  /** One came to agree on it. */
  isWanted: boolean;
}

export function Appointment({ view, onChanged, isWanted }: WantedProps) {
  const [isOpen, setOpen] = useState(isWanted);
  const { id: dossier, appointment } = view;
  return (
    <Sheet
      title={words.appointment}
      note={appointment === null ? words.noAppointment : undefined}
      actions={
        <Button small onClick={() => setOpen(!isOpen)}>
          {appointment === null ? words.agree : words.move}
        </Button>
      }
    >
      {appointment !== null && <Agreed view={view} onChanged={onChanged} />}
      {isOpen && (
        <Agreeing
          dossier={dossier}
          onDone={(next) => {
            onChanged(next);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </Sheet>
  );
}

function Agreed({ view, onChanged }: AppointmentProps) {
  const { id: dossier, appointment } = view;
  const names = useNames();
  const form = useForm({
    name: "appointment:settled",
    dossier,
    recorded: { minutes: "", note: "" },
    send: async (typed, outcome: "held" | "missed" | "cancelled") =>
      onChanged(await call("settle_appointment", { dossier, outcome, ...typed })),
  });
  if (appointment === null) return null;
  const { on, at, kind, place, beside } = appointment;
  return (
    <Form form={form} class="body">
      <p>
        <b>{[on.text, at].filter(Boolean).join(", ")}</b> {[kind, place].filter(Boolean).join(", ")}
        {appointment.note && <span class="sub block">{appointment.note}</span>}
        {beside.length > 0 && (
          <span class="sub block">{words.beside(beside.map((name) => names.of(name)).join(", "))}</span>
        )}
      </p>
      <div class="form">
        <TextField
          class="half"
          label={words.minutes}
          optional
          placeholder={words.minutesForm}
          {...form.tie("minutes")}
        />
        <TextField label={words.whatWasSaid} optional {...form.tie("note")} />
      </div>
      <div class="row">
        {appointment.has_come ? (
          <>
            <Button small look="main" disabled={form.busy} onClick={() => void form.run("held")}>
              {words.held}
            </Button>
            <Button small disabled={form.busy} onClick={() => void form.run("missed")}>
              {words.missed}
            </Button>
          </>
        ) : (
          <Button small disabled={form.busy} onClick={() => void form.run("held")}>
            {words.heldEarly}
          </Button>
        )}
        <Button small look="quiet" disabled={form.busy} onClick={() => void form.run("cancelled")}>
          {words.cancelled}
        </Button>
      </div>
    </Form>
  );
}

interface AgreeingProps {
  dossier: number;
  onDone: (view: DossierView) => void;
  onClose: () => void;
}

function Agreeing({ dossier, onDone, onClose }: AgreeingProps) {
  const choices = useAnswer("choices", {}, never);
  const form = useForm({
    name: "appointment",
    dossier,
    recorded: blank,
    send: async (typed) => onDone(await call("set_appointment", { dossier, ...typed })),
  });
  return (
    <AddingForm label={words.appointment} form={form} actions={words.agreeing} onClose={onClose}>
      <DateField class="span-6" label={words.on} {...form.tie("on", "next_date")} />
      <TextField
        class="span-6"
        label={words.hour}
        optional
        placeholder={words.hourForm}
        {...form.tie("at", "hour")}
      />
      <Select
        label={words.kind}
        options={choices.value?.interview_kinds ?? []}
        blank={words.usual}
        {...form.tie("kind")}
      />
      <TextField label={words.placeOrNumber} optional {...form.tie("place")} />
      <TextField label={words.forWhat} optional {...form.tie("note")} />
    </AddingForm>
  );
}
