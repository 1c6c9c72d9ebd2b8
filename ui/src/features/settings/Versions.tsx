// What every dated rule has: its clauses, its past, and the two ways of changing it.

import { useAnswer } from "../../ipc/answers.ts";
import type { Form } from "../../ipc/form.ts";
import type { Clause, Version } from "../../ipc/types.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { type Meaning, State } from "../../parts/State.tsx";
import { Table } from "../../parts/Table.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { type Dating, type How, turned } from "./logic.ts";
import * as words from "./words.ts";

/** What a version says, one clause a line. */
export function Clauses({ clauses, caption }: { clauses: readonly Clause[]; caption: string }) {
  return (
    <Table class="clauses" label={caption} heads={[words.clause, words.says]}>
      {clauses.map((clause, place) => (
        <tr key={`${place} ${clause.label}`}>
          <th scope="row">{clause.label}</th>
          <td>{clause.text}</td>
        </tr>
      ))}
    </Table>
  );
}

const states: Record<Version["state"], { meaning: Meaning; label: string }> = {
  to_come: { meaning: "coming", label: words.toCome },
  in_force: { meaning: "ok", label: words.inForce },
  past: { meaning: "waiting", label: words.past },
};

interface HistoryProps {
  title: string;
  versions: readonly Version[];
  /** Opens the correction of one. */
  onCorrect: (version: Version) => void;
}

/** Every version with its source, the newest first. */
export function History({ title, versions, onCorrect }: HistoryProps) {
  return (
    <Sheet title={title}>
      <ul class="versions">
        {versions.map((version) => (
          <li key={version.from.iso}>
            <b>{version.period}</b>{" "}
            {version.state === "past" ? (
              <span class="soft">{states.past.label}</span>
            ) : (
              <State meaning={states[version.state].meaning}>{states[version.state].label}</State>
            )}
            <span class="sub">{version.source}</span>
            <button
              type="button"
              class="button quiet small flush"
              aria-label={words.correctOf(version.period)}
              onClick={() => onCorrect(version)}
            >
              {words.correct}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

interface DatingProps<F extends Dating> {
  form: Form<F>;
  /** The version the form starts from. */
  version: Version | null;
  /** Whether both ways are open; otherwise the form knows which one it is. */
  choice: boolean;
}

/** From a date, or a mistake: when, by what text, and why. */
export function DatingFields<F extends Dating>({ form, version, choice }: DatingProps<F>) {
  const { how } = form.typed;
  const choices = useAnswer("choices", {}, () => false);
  const turn = (to: How) => form.put(turned(form.typed, to, version) as Partial<F>);
  return (
    <>
      {choice && (
        <fieldset class="how">
          <legend>{words.how}</legend>
          <Way how="change" chosen={how} onChoose={turn} title={words.howChange} hint={words.howChangeHint} />
          <Way
            how="correct"
            chosen={how}
            onChoose={turn}
            title={words.howCorrect}
            hint={words.howCorrectHint}
          />
        </fieldset>
      )}
      {!choice && how === "correct" && version && <p class="hint">{words.correcting(version.period)}</p>}
      <div class="row top">
        <DateField
          label={words.fromDay}
          optional
          hint={how === "correct" ? words.sameFrom : words.emptyIsToday}
          {...form.tie("from", how === "correct" ? "date" : "next_date")}
        />
        <TextField
          label={words.source}
          required
          hint={words.sourceHint}
          class="grow"
          suggestions={choices.value?.resolutions}
          {...form.tie("source")}
        />
      </div>
      {how === "correct" && <TextField label={words.reason} required {...form.tie("reason")} />}
    </>
  );
}

interface WayProps {
  how: How;
  chosen: How;
  onChoose: (how: How) => void;
  title: string;
  hint: string;
}

function Way({ how, chosen, onChoose, title, hint }: WayProps) {
  return (
    <label class="way">
      <input type="radio" name="how" checked={how === chosen} onChange={() => onChoose(how)} />
      <span>
        <b>{title}</b>
        <span class="sub">{hint}</span>
      </span>
    </label>
  );
}
