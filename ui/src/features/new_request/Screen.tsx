// A call, in the order it is talked: seven questions at the left, what they come to at the right.

import { useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { addressOfRoom } from "../../ipc/rooms.ts";
import type { ScreeningGrid } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form, Refusals } from "../../parts/Form.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { momentText } from "../../parts/moment.ts";
import { Refused } from "../../parts/Notice.tsx";
import { focusField, toPrint, useArrival, usePlace, useTitle } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { askedOf, isTakenOver } from "./logic.ts";
import { Questions } from "./Questions.tsx";
import { type Request, useRequest } from "./useRequest.ts";
import * as words from "./words.ts";

const never = () => false;
/** The list of what to bring, among the papers of a dossier. */
const TO_BRING = "documents_list";

export function NewRequest({ title }: { title: string }) {
  const place = usePlace();
  const choices = useAnswer("choices", {}, never);
  const office = useAnswer("office", {});
  const [name] = useState(place.word);
  const request = useRequest(name, (dossier, isPrinted) => {
    if (isPrinted) place.go(addressOfRoom(dossier.id, "documents"), toPrint(TO_BRING));
    else place.go(addressOfRoom(dossier.id, "overview"));
  });
  const { value: grid } = useAnswer("screening_grid", askedOf(request.typed), never);
  const [isOther, setOther] = useState(false);
  const hasOther = isOther || isTakenOver(request.typed) || request.typed.received_on !== "";
  const prints = request.typed.outcome === "appointment" || request.typed.outcome === "call_back";
  useTitle(words.newRequest);
  useArrival(true);
  useKeys({ "Ctrl+Enter": () => void request.run(prints), Escape: place.back });

  return (
    <>
      <div class="page-head">
        <h1 tabIndex={-1}>{title}</h1>
        <p>{words.intro(office.value?.next_reference ?? "")}</p>
        <div class="actions">
          <Kept request={request} />
          {!hasOther && (
            <Button small look="quiet" onClick={() => setOther(true)}>
              {words.otherDay}
            </Button>
          )}
          <Button small look="quiet" onClick={place.back} shortcut={words.escapeKey}>
            {words.cancel}
          </Button>
        </div>
      </div>
      <Form form={request} send={() => request.run(prints)} class="panes" isBare>
        <section aria-label={words.questions} data-region>
          <Refusals form={request} also={choices.failure} />
          <Questions request={request} grid={grid} choices={choices.value} hasOther={hasOther} />
        </section>
        <section aria-label={words.answers} data-region>
          <Verdict grid={grid} />
          <ToBring grid={grid} />
          <End request={request} prints={prints} />
          {!request.isBlank && request.typed.last_name.trim() === "" && <Unnamed request={request} />}
        </section>
      </Form>
    </>
  );
}

/** What is typed is kept as a draft; one found again may be begun anew. */
function Kept({ request }: { request: Request }) {
  if (request.keptAt !== null) {
    return (
      <>
        <span class="soft">{words.found(momentText(request.keptAt))}</span>
        <Button
          small
          look="quiet"
          onClick={() => {
            request.giveUp();
            focusField(request.place.current, "last_name");
          }}
        >
          {words.giveUp}
        </Button>
      </>
    );
  }
  if (request.isBlank) return null;
  return (
    <span class="soft">
      <Icon name="check" /> {words.draftKept}
    </span>
  );
}

const signs = { met: "check", to_see: "waiting", elsewhere: "arrow" } as const;
type Meaning = keyof typeof signs;

/** What the answers come to, said as they are given; it decides nothing. */
function Verdict({ grid }: { grid: ScreeningGrid | null }) {
  if (!grid) return null;
  const { title, stops, lines } = grid.verdict;
  return (
    <section class={stops ? "sheet verdict no" : "sheet verdict"} aria-labelledby="verdict">
      <div role="status">
        <h2 id="verdict">{title}</h2>
        <ul>
          {lines.map(({ meaning, text }) => (
            <li key={text}>
              <span class={`sign ${meaning}`}>
                <Icon name={signs[meaning as Meaning]} />
              </span>{" "}
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** The papers of the first appointment, to be read out; the list prints once the request is recorded. */
function ToBring({ grid }: { grid: ScreeningGrid | null }) {
  if (!grid || grid.verdict.stops || grid.to_bring.length === 0) return null;
  return (
    <Sheet title={words.toBring} note={words.toBringNote(grid.to_bring.length)}>
      <ul class="bring">
        {grid.to_bring.map(({ label, detail }) => (
          <li key={label}>
            <span>{label}</span> <span class="soft">{detail}</span>
          </li>
        ))}
      </ul>
      <p class="body soft">{words.comeAnyway}</p>
    </Sheet>
  );
}

function End({ request, prints }: { request: Request; prints: boolean }) {
  return (
    <div class="finish">
      <Button submit full look="main" shortcut={words.sendKey} disabled={request.busy}>
        {request.busy ? words.saving : prints ? words.saveAndPrint : words.save}
      </Button>
      {prints && (
        <Button full disabled={request.busy} onClick={() => void request.run(false)}>
          {words.saveOnly}
        </Button>
      )}
    </div>
  );
}

/** The kind of time, in the list, that the bilan counts as a call without a name. */
const UNNAMED = "unnamed_call";

/** Somebody who gives no name is counted, with the time it took; nothing else is kept. */
function Unnamed({ request }: { request: Request }) {
  const place = usePlace();
  const [minutes, setMinutes] = useState("");
  const count = useAction(async () => {
    await call("note_work_time", { on: request.typed.received_on, kind: UNNAMED, minutes, note: "" });
    request.giveUp();
    place.back();
  });
  const refused = count.failure?.field === "minutes" ? count.failure.message : undefined;
  return (
    <details class="fold">
      <Summary>{words.unnamed}</Summary>
      <div class="body stack">
        <p class="soft">{words.unnamedNote}</p>
        <TextField
          label={words.minutes}
          name="minutes"
          placeholder={words.minutesForm}
          width="w-short"
          value={minutes}
          error={refused}
          onInput={setMinutes}
        />
        <Refused failure={refused ? null : count.failure} />
        <Button disabled={count.busy} onClick={() => void count.run()}>
          {words.countCall}
        </Button>
      </div>
    </details>
  );
}
