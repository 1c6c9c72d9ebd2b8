// Seven criteria, each with its help, what the adviser finds, what it rests on,
// and the facts of the dossier beside it: never a score.

import { useId, useState } from "preact/hooks";
import type { Fields } from "../../ipc/fields.ts";
import type { AssessedCriterion, AssessmentView } from "../../ipc/types.ts";
import { FieldError } from "../../parts/Field.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { List, type Option } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { Table } from "../../parts/Table.tsx";
import { GrowingText } from "../../parts/TextArea.tsx";
import { nameOf, type Texts } from "./logic.ts";
import * as words from "./words.ts";

interface CriteriaProps {
  assessment: AssessmentView;
  findings: readonly Option[];
  fields: Fields<Texts>;
}

export function Criteria({ assessment, findings, fields }: CriteriaProps) {
  return (
    <Sheet title={words.criteria} note={assessment.sentence}>
      {assessment.contradictions.length > 0 && (
        <Notice tone="due" title={words.contradictions}>
          <ul>
            {assessment.contradictions.map((told) => (
              <li key={told}>{told}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Table
        label={words.criteriaTable}
        class="criteria"
        heads={[words.columns.criterion, words.columns.finding, words.columns.ground]}
      >
        {assessment.criteria.map((criterion) => (
          <Row key={criterion.key} criterion={criterion} findings={findings} fields={fields} />
        ))}
      </Table>
    </Sheet>
  );
}

interface RowProps {
  criterion: AssessedCriterion;
  findings: readonly Option[];
  fields: Fields<Texts>;
}

function Row({ criterion, findings, fields }: RowProps) {
  const errorId = useId();
  // The facts stand beside what is to be judged; once it is, they are a click away, and nothing moves meanwhile.
  const [isToJudge] = useState(!criterion.assessed);
  const [isOpen, setOpen] = useState(false);
  const finding = fields.tie(nameOf("finding", criterion.key));
  const ground = fields.tie(nameOf("ground", criterion.key));
  const error = finding.error ?? ground.error;
  const voice = (text: string, refused: string | undefined) => ({
    "aria-label": text,
    "aria-invalid": refused ? (true as const) : undefined,
    "aria-describedby": refused ? errorId : undefined,
  });
  return (
    <tr class={criterion.assessed ? undefined : "now"}>
      <th scope="row">
        {criterion.title}
        <Help criterion={criterion} onOpen={setOpen} />
      </th>
      <td>
        <List
          {...voice(words.findingOf(criterion.title), finding.error)}
          name={finding.name}
          value={finding.value}
          options={findings}
          onInput={finding.onInput}
          onLeave={finding.onLeave}
        />
      </td>
      <td>
        <GrowingText
          {...voice(words.groundOf(criterion.title), ground.error)}
          name={ground.name}
          rows={1}
          value={ground.value}
          onText={ground.onInput}
          onBlur={ground.onLeave}
        />
        {criterion.contradicted.map((told) => (
          <p class="hint" key={told}>
            {told}
          </p>
        ))}
        {error && (
          <div class="field bad">
            <FieldError id={errorId} text={error} />
          </div>
        )}
        {(isToJudge || isOpen) && <Facts criterion={criterion} />}
      </td>
    </tr>
  );
}

function Help({ criterion, onOpen }: { criterion: AssessedCriterion; onOpen: (isOpen: boolean) => void }) {
  return (
    <details class="more" onToggle={(event) => onOpen(event.currentTarget.open)}>
      <Summary aria-label={words.questionsOf(criterion.title)}>{words.questions}</Summary>
      <p>{criterion.help}</p>
      <ul class="tight">
        {criterion.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </details>
  );
}

function Facts({ criterion }: { criterion: AssessedCriterion }) {
  if (criterion.recalled.length === 0) return null;
  return (
    <dl class="recalled" aria-label={words.recalled}>
      {criterion.recalled.map(({ label, text }) => (
        <div key={`${label} ${text}`}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
