// The papers a request calls for, by the moment they are asked for, each with where it stands.

import type { ChecklistLine, ChecklistStage, DocumentsChecklist } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import { lineKey } from "./logic.ts";
import * as words from "./words.ts";

interface ChecklistProps {
  view: DocumentsChecklist;
  current: string | null;
  busy: boolean;
  onChoose: (line: ChecklistLine) => void;
  onAll: (name: "request_documents" | "receive_documents") => void;
}

export function Checklist({ view, current, busy, onChoose, onAll }: ChecklistProps) {
  return (
    <Sheet
      title={words.list}
      note={view.sentence}
      actions={
        <>
          {view.to_receive && (
            <Button small disabled={busy} onClick={() => onAll("receive_documents")}>
              {view.to_receive}
            </Button>
          )}
          {view.to_request && (
            <Button small disabled={busy} onClick={() => onAll("request_documents")}>
              {view.to_request}
            </Button>
          )}
        </>
      }
    >
      {view.stages.map((stage) => (
        <Stage key={stage.key} stage={stage} current={current} onChoose={onChoose} />
      ))}
    </Sheet>
  );
}

interface StageProps {
  stage: ChecklistStage;
  current: string | null;
  onChoose: (line: ChecklistLine) => void;
}

/** What is asked for later is one line that opens. */
function Stage({ stage, current, onChoose }: StageProps) {
  const lines = <Lines stage={stage} current={current} onChoose={onChoose} />;
  if (stage.later === "") return lines;
  return (
    <details class="body">
      <Summary>
        {stage.title} <span class="soft small">{stage.later}</span>
      </Summary>
      {lines}
    </details>
  );
}

function Lines({ stage, current, onChoose }: StageProps) {
  return (
    <Table
      label={words.listTable(stage.title)}
      caption={stage.title}
      isCaptionShown={stage.later === ""}
      class="dense checklist"
      heads={[...overFigures([words.number]), words.piece, words.state, words.note, words.scans]}
    >
      {stage.lines.map((line) => (
        <Line key={lineKey(line)} line={line} isOn={lineKey(line) === current} onChoose={onChoose} />
      ))}
    </Table>
  );
}

interface LineProps {
  line: ChecklistLine;
  isOn: boolean;
  onChoose: (line: ChecklistLine) => void;
}

function Line({ line, isOn, onChoose }: LineProps) {
  return (
    <tr class={isOn ? "on" : undefined}>
      <td class="num">{line.number}</td>
      <th scope="row">
        <button
          type="button"
          class="line"
          name={`piece-${line.document}`}
          aria-current={isOn ? "true" : undefined}
          onClick={() => onChoose(line)}
        >
          {line.label}
        </button>
        {line.detail && <span class="sub">{line.detail}</span>}
      </th>
      <td>{line.is_there || !line.calls ? line.state_text : <b>{line.state_text}</b>}</td>
      <td>{line.note}</td>
      <td class={line.files.length === 0 ? "soft" : undefined}>
        {line.files.length === 0 ? words.noScan : words.scanCount(line.files.length)}
      </td>
    </tr>
  );
}
