// One paper of the list: where it stands, the days written on it, why, its scans.

import { useEffect, useRef } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { ChecklistLine, CheckQuestion, DocumentsChecklist } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { RecordedSegmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
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
  const form = useForm({
    name: `document:${line.document}`,
    dossier: view.dossier,
    recorded: { document: line.document, part, state, issued_on, valid_until, reason },
    send: async (typed) => onChanged(await call("note_document", { dossier: view.dossier, ...typed })),
    of: { line: part },
  });
  const { typed } = form;
  const chosen = useRef(state);
  // A state that says enough by itself is noted as it is chosen.
  const choose = () => {
    const now = view.states.find(({ key }) => key === chosen.current);
    if (now && now.key !== line.state && (!now.needs_reason || typed.reason.trim() !== "")) void form.run();
  };
  const needsReason = view.states.find(({ key }) => key === typed.state)?.needs_reason ?? false;
  const end = (
    <div>
      <Button small submit disabled={form.busy}>
        {form.busy ? words.saving : words.keep}
      </Button>
    </div>
  );
  return (
    <Form form={form} class="stack" end={end}>
      <Select
        label={words.isNow}
        options={view.states}
        blank={words.chooseKind}
        {...form.tie("state")}
        onInput={(to) => {
          chosen.current = to;
          form.put({ state: to });
        }}
        onLeave={choose}
      />
      <TextField label={words.why} hint={words.whyHint} optional={!needsReason} {...form.tie("reason")} />
      {line.asks_issued && <DateField label={words.issuedOn} optional {...form.tie("issued_on", "date")} />}
      {(line.asks_expiry || typed.valid_until !== "") && (
        <DateField label={words.validUntil} optional {...form.tie("valid_until", "next_date")} />
      )}
      <TextField label={words.part} hint={words.partHint} optional {...form.tie("part")} />
    </Form>
  );
}

interface QuestionsProps {
  dossier: number;
  questions: readonly CheckQuestion[];
  onAnswered: () => void;
}

/** The answers that tell whether a paper is asked for. */
function Questions({ dossier, questions, onAnswered }: QuestionsProps) {
  const answering = useAction(async ({ fact, of }: CheckQuestion, answer: string) => {
    await call("answer_fact", { dossier, fact, of, answer });
    onAnswered();
  });
  return (
    <>
      <p class="small">
        <b>{words.toKnow}</b>
      </p>
      {questions.map((question) => (
        <RecordedSegmented
          key={`${question.fact} ${question.of}`}
          name={`${question.fact} ${question.of}`}
          legend={question.label}
          options={question.options}
          value={question.answer}
          onInput={(key) => void answering.run(question, key)}
        />
      ))}
      <Refused failure={answering.failure} />
    </>
  );
}
