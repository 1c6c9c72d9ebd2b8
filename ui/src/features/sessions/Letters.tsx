// Once every dossier was seen: a letter each, ready or with what it waits for; what is left before the session is put away.

import { useAnswer } from "../../ipc/answers.ts";
import { addressOfRoom } from "../../ipc/rooms.ts";
import type { SessionLetters, SessionView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Table } from "../../parts/Table.tsx";
import type { PaperChoice } from "./logic.ts";
import * as words from "./words.ts";

interface LettersProps {
  letters: SessionLetters;
  onPrint: (paper: PaperChoice) => void;
}

export function Letters({ letters, onPrint }: LettersProps) {
  // A letter that lacks something still goes out, with a line to write on.
  const printable = letters.rows.filter(({ paper }) => paper !== "").length;
  return (
    <>
      <section class="sheet now" aria-labelledby="letters-ready">
        <div class="it">
          <h2 class="where" id="letters-ready" tabIndex={-1}>
            {letters.sentence}
          </h2>
          <div class="row">
            {printable > 0 && (
              <Button look="main" sign="print" onClick={() => onPrint("letters")}>
                {words.printLetters(printable)}
              </Button>
            )}
            <Button onClick={() => onPrint("minutes")}>{words.namelessMinutes}</Button>
          </div>
        </div>
      </section>
      <Sheet title={words.letters}>
        <Table label={words.letters} heads={words.letterHeads}>
          {letters.rows.map(({ dossier, reference, what, ready, room }) => (
            <tr key={reference}>
              <th scope="row" class="unbroken">
                {reference}
              </th>
              <td>
                <State meaning={ready ? "ok" : "late"}>{what}</State>
              </td>
              <td>
                {room && (
                  <a
                    class="button small"
                    href={`#${addressOfRoom(dossier, room)}`}
                    aria-label={words.writeFor(reference)}
                  >
                    {words.write}
                  </a>
                )}
              </td>
            </tr>
          ))}
        </Table>
      </Sheet>
    </>
  );
}

interface AsideProps {
  view: SessionView;
  letters: SessionLetters;
  onCalled: () => void;
  onMinutes: () => void;
}

/** Who is still waited for, the minutes, then what follows for each dossier. */
export function LettersAside({ view, letters, onCalled, onMinutes }: AsideProps) {
  const waited = view.attendees.filter(({ attendance }) => attendance.key === "expected");
  const follows = letters.rows.filter(({ next }) => next);
  return (
    <>
      <Sheet title={words.before}>
        <ul class="left-to-do">
          {waited.map(({ id, fields }) => (
            <li key={id} class="waited">
              <button type="button" class="link" onClick={onCalled}>
                {words.stillExpected(fields.name)}
              </button>{" "}
              {words.thereOrNot}
            </li>
          ))}
          <li>
            <State meaning={view.minutes.closed ? "ok" : "waiting"}>
              <button type="button" class="link" onClick={onMinutes}>
                {words.minutes}
              </button>{" "}
              {view.minutes.closed || words.toRead}
            </State>
          </li>
        </ul>
      </Sheet>
      {follows.length > 0 && (
        <Sheet title={words.follows}>
          <ul class="left-to-do">
            {follows.map(({ dossier, reference, next, next_on }) => (
              <li key={reference}>
                <a href={`#${addressOfRoom(dossier, "overview")}`}>{reference}</a> {next}{" "}
                <span class="soft small">{next_on}</span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}

/** The letters of a session, asked once everything was seen. */
export function useLetters(view: SessionView | null) {
  const isOver =
    view !== null && view.agenda.length > 0 && view.agenda.every(({ hearing }) => hearing !== null);
  const asked = useAnswer("session_letters", isOver ? { session: view.session.id } : null);
  const failed = isOver && asked.failure ? <Refused failure={asked.failure} /> : null;
  return { letters: isOver ? asked.value : null, failed };
}
