// One paper of the list: where it stands, the days written on it, why, its scans.

import { useEffect, useRef, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { errorAt } from "../../ipc/forms.ts";
import { useLineDraft } from "../../ipc/lines.ts";
import type { ChecklistLine, CheckQuestion, DocumentsChecklist } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { RecordedSegmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { useUnsaved } from "../../parts/unsaved.ts";
import * as words from "./words.ts";

interface LineSheetProps {
  view: DocumentsChecklist;
  line: ChecklistLine;
  onChanged: (view: DocumentsChecklist) => void;
  onAnswered: () => void;
  onShow: (file: number) => void;
  onNext: () => void;
}

export function LineSheet({ view, line, onChanged, onAnswered, onShow, onNext }: LineSheetProps) {
  const place = useRef<HTMLDivElement>(null);
  // In a narrow window it stands under the list.
  useEffect(() => place.current?.closest("section")?.scrollIntoView({ block: "nearest" }), []);
  return (
    <Sheet title={`${line.number}. ${line.label}`} note={line.section}>
      <div class="body" ref={place}>
        {line.questions.length > 0 && (
          <Questions dossier={view.dossier} questions={line.questions} onAnswered={onAnswered} />
        )}
        {line.where_to_get && (
          <p class="small">
            <b>{words.where}</b> {line.where_to_get}.
          </p>
        )}
        {line.help && <p class="soft small">{line.help}</p>}
        <Scans line={line} onShow={onShow} />
        <StateForm view={view} line={line} onChanged={onChanged} />
        <Button small look="quiet" flush shortcut={words.nextKey} onClick={onNext}>
          {words.nextToReview}
        </Button>
      </div>
    </Sheet>
  );
}

function Scans({ line, onShow }: Pick<LineSheetProps, "line" | "onShow">) {
  const { areHidden } = useNames();
  if (line.files.length === 0) return null;
  return (
    <ul class="refused" aria-label={words.scans}>
      {line.files.map((file, at) => (
        <li key={file.id}>
          <button type="button" class="line" onClick={() => onShow(file.id)}>
            {areHidden ? `${words.file} ${at + 1}` : file.name}
          </button>
        </li>
      ))}
    </ul>
  );
}

function StateForm({ view, line, onChanged }: Pick<LineSheetProps, "view" | "line" | "onChanged">) {
  const { part, state, issued_on, valid_until, reason } = line;
  const start = { document: line.document, part, state, issued_on, valid_until, reason };
  const [typed, keep] = useState(start);
  const latest = useRef(typed);
  latest.current = typed;
  useUnsaved({ isUnsaved: JSON.stringify(typed) !== JSON.stringify(start), send: null });
  // What is noted of it elsewhere, or undone, is what the form shows.
  useEffect(() => keep(start), [line.fact]);
  const draft = useLineDraft(view.dossier, "document", start, true, (found) => {
    if (found.document === line.document && found.part === line.part) keep(found);
  });
  const put = (some: Partial<typeof typed>) => {
    const next = { ...latest.current, ...some };
    latest.current = next;
    keep(next);
    draft.keep(next);
  };
  const noting = useAction(async () => {
    draft.forget();
    onChanged(await call("note_document", { dossier: view.dossier, ...latest.current }));
  });
  // A state that says enough by itself is noted as it is chosen.
  const choose = () => {
    const { state, reason } = latest.current;
    const chosen = view.states.find(({ key }) => key === state);
    if (chosen && state !== line.state && (!chosen.needs_reason || reason.trim() !== "")) void noting.run();
  };
  const { failure } = noting;
  const errorOf = (field: string) => errorAt(failure, field);
  const needsReason = view.states.find(({ key }) => key === typed.state)?.needs_reason ?? false;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void noting.run();
      }}
    >
      <Select
        label={words.isNow}
        name="state"
        value={typed.state}
        options={view.states}
        blank={words.chooseState}
        error={errorOf("state")}
        onInput={(to) => put({ state: to })}
        onLeave={choose}
      />
      <TextField
        label={words.why}
        hint={words.whyHint}
        name="reason"
        optional={!needsReason}
        value={typed.reason}
        error={errorOf("reason")}
        onInput={(to) => put({ reason: to })}
      />
      {line.asks_issued && (
        <DateField
          label={words.issuedOn}
          placeholder={words.dateForm}
          optional
          name="issued_on"
          value={typed.issued_on}
          error={errorOf("issued_on")}
          onInput={(to) => put({ issued_on: to })}
        />
      )}
      {(line.asks_expiry || typed.valid_until !== "") && (
        <DateField
          label={words.validUntil}
          placeholder={words.dateForm}
          optional
          name="valid_until"
          value={typed.valid_until}
          error={errorOf("valid_until")}
          onInput={(to) => put({ valid_until: to })}
        />
      )}
      <TextField
        label={words.part}
        hint={words.partHint}
        name="part"
        optional
        value={typed.part}
        error={errorOf("part")}
        onInput={(to) => put({ part: to })}
      />
      {failure && failure.field === null && <Refused failure={failure} />}
      <div>
        <Button small submit disabled={noting.busy}>
          {noting.busy ? words.keeping : words.keep}
        </Button>
      </div>
    </form>
  );
}

interface QuestionsProps {
  dossier: number;
  questions: readonly CheckQuestion[];
  onAnswered: () => void;
}

/** The answers that tell whether a paper is asked for. */
function Questions({ dossier, questions, onAnswered }: QuestionsProps) {
  const answering = useAction(async (fact: string, answer: string) => {
    await call("answer_fact", { dossier, fact, answer });
    onAnswered();
  });
  return (
    <>
      <p class="small">
        <b>{words.toKnow}</b>
      </p>
      {questions.map(({ fact, label, options, answer }) => (
        <RecordedSegmented
          key={fact}
          name={fact}
          legend={label}
          options={options}
          value={answer}
          onInput={(key) => void answering.run(fact, key)}
        />
      ))}
      <Refused failure={answering.failure} />
    </>
  );
}
