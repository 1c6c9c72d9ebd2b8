// Who is owed interest, whether the year's envelope holds, the statement for the treasurer.

import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { useOfficePaper } from "../../ipc/paper_out.ts";
import type { RefundRow } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { PaperSeen } from "../../parts/PaperPreview.tsx";
import { useArrival, useTitle } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { type Meaning, State } from "../../parts/State.tsx";
import { Table } from "../../parts/Table.tsx";
import * as words from "./words.ts";

const meanings: Record<string, Meaning> = {
  ready: "due",
  decided: "ok",
  waiting: "waiting",
  refused: "refused",
};

export function Refunds({ title }: { title: string }) {
  const { value: view, failure } = useAnswer("refunds", {});
  const [isSeen, see] = useState(false);
  useTitle(words.windowTitle);
  useArrival(view !== null);
  if (view === null) return <Refused failure={failure} />;
  const hasDecided = view.rows.some(({ state }) => state === "decided");
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p>{view.rule}</p>
        </div>
        <div class="actions">
          {hasDecided && <Button onClick={() => see(!isSeen)}>{isSeen ? words.close : words.see}</Button>}
          {!view.refunds && (
            <a class="button" href="#/reglages">
              {words.openSettings}
            </a>
          )}
        </div>
      </div>
      {isSeen && <Statement of="refund_statement" title={words.statement} />}
      {isSeen && <Statement of="refund_transfers" title={words.transfers} />}
      {view.envelope && <Notice tone={view.over ? "due" : "info"} title={view.envelope} />}
      <Sheet title={words.list} note={view.sentence}>
        {view.rows.length === 0 ? (
          <p class="body soft">{words.nobody}</p>
        ) : (
          <Table
            label={words.table}
            class="middle-cells"
            heads={words.columns.map((text, at) => ({ text, isOverFigures: at === 2 || at === 3 }))}
          >
            {view.rows.map((row) => (
              <Row key={row.dossier} row={row} />
            ))}
          </Table>
        )}
      </Sheet>
    </>
  );
}

function Row({ row }: { row: RefundRow }) {
  const names = useNames();
  return (
    <tr>
      <th scope="row">
        <a href={`#/dossiers/${row.dossier}/fin`}>{names.of(row.name)}</a>
        <span class="sub">{row.reference}</span>
      </th>
      <td class="unbroken">{row.due_since}</td>
      <td class="num">
        {row.interest.text}
        {row.at_start && <span class="sub">{words.planned}</span>}
      </td>
      <td class="num">{row.amount.text}</td>
      <td>
        <State meaning={meanings[row.state] ?? "waiting"}>{row.state_text}</State>
        {!row.fits && <span class="sub">{words.over}</span>}
      </td>
    </tr>
  );
}

function Statement({ of, title }: { of: string; title: string }) {
  return (
    <div class="columns gap-under">
      <PaperSeen title={title} paper={useOfficePaper(of)} />
    </div>
  );
}
