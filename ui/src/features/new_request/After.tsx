// What follows the call: nothing more, another solution, an appointment, a call back.

import type { Choices, ScreeningGrid } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Fieldset } from "../../parts/Fieldset.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { isTakenOver, toggled } from "./logic.ts";
import { type Request, tie } from "./useRequest.ts";
import * as words from "./words.ts";

interface AfterProps {
  request: Request;
  grid: ScreeningGrid | null;
  choices: Choices | null;
  days: number | null;
}

export function After({ request, grid, choices, days }: AfterProps) {
  const { outcome } = request.typed;
  return (
    <Sheet title={words.next}>
      <div class="body">
        <div class="form">
          <Segmented
            legend={words.callOutcome}
            name="outcome"
            options={grid?.outcomes ?? []}
            value={outcome}
            error={request.errorOf("outcome")}
            onInput={(key) => request.put({ outcome: key === outcome ? "" : key })}
          />
          {outcome === "appointment" && <Appointment request={request} />}
          {outcome === "other_solution" && <Elsewhere request={request} choices={choices} />}
          <DateField
            class="half"
            label={words.receivedOn}
            optional={!isTakenOver(request.typed)}
            hint={isTakenOver(request.typed) ? words.receivedHintElsewhere : words.emptyIsToday}
            {...tie(request, "received_on")}
          />
          {outcome !== "information_only" && outcome !== "appointment" && (
            <DateField
              class="half"
              label={outcome === "call_back" ? words.callBack : words.nextDate}
              optional={outcome !== "call_back"}
              hint={outcome === "call_back" || days === null ? undefined : words.nextDateHint(days)}
              {...tie(request, "next_date")}
            />
          )}
        </div>
        <div class="row">
          <span class="grow" />
          <Button submit look="main" shortcut={words.sendKey} disabled={request.busy}>
            {request.busy ? words.saving : words.save}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

function Appointment({ request }: { request: Request }) {
  return (
    <>
      <DateField class="half" label={words.appointmentOn} {...tie(request, "appointment_on")} />
      <TextField
        class="half"
        label={words.appointmentAt}
        optional
        width="w-money"
        placeholder={words.hourForm}
        {...tie(request, "appointment_at")}
      />
      <TextField label={words.placeOrNumber} optional {...tie(request, "appointment_place")} />
    </>
  );
}

function Elsewhere({ request, choices }: Pick<AfterProps, "request" | "choices">) {
  const { solutions } = request.typed;
  return (
    <>
      <Fieldset class="ticks two" legend={words.solutions} error={request.errorOf("solutions")}>
        {(choices?.redirections ?? []).map((one) => (
          <label key={one.key}>
            <input
              type="checkbox"
              name="solutions"
              checked={solutions.includes(one.key)}
              onChange={(event) =>
                request.put({ solutions: toggled(solutions, one.key, event.currentTarget.checked) })
              }
            />{" "}
            {one.label}
          </label>
        ))}
      </Fieldset>
      <TextField label={words.why_elsewhere} optional {...tie(request, "reason")} />
    </>
  );
}
