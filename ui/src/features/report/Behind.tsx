import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { usePages } from "../../ipc/pages.ts";
import type { ReportDossiers } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { useArrival } from "../../parts/place.ts";
import { Table } from "../../parts/Table.tsx";
import { addressOf, daysOf, type NumberKey, optionsOf } from "./logic.ts";
import * as words from "./words.ts";

interface BehindProps {
  /** Shown until the number is there. */
  title: string;
  period: string;
  number: NumberKey;
}

/** The dossiers behind a number, a hundred at a time. */
export function Behind({ title, period, number }: BehindProps) {
  const asked = (offset: number) => ({
    ...daysOf(period),
    ...number,
    offset,
    narrowed: optionsOf(period).narrowed,
  });
  const { value, failure } = useAnswer("report_dossiers", asked(0));
  const page = (offset: number) => call("report_dossiers", asked(offset));
  const { rows, more } = usePages(value, JSON.stringify(asked(0)), page, ({ rows }) => rows);
  useArrival(value !== null);
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{value?.title ?? title}</h1>
          <p role="status">{value?.sentence}</p>
        </div>
        <div class="actions">
          <a class="button" href={`#${addressOf(period)}`}>
            {words.backToReport}
          </a>
        </div>
      </div>
      <p class="soft measure gap-under">{value?.definition}</p>
      <Refused failure={failure ?? more.failure} />
      {value && rows.length === 0 && <Empty title={words.none} text={words.noneText} />}
      {rows.length > 0 && (
        <section class="sheet" aria-label={words.dossiers}>
          <Rows rows={rows} />
          {value && rows.length < value.found && (
            <p class="more-line">
              <Button onClick={() => void more.run()}>{words.more}</Button>
              <span class="soft">{words.moreOf(rows.length, value.found)}</span>
            </p>
          )}
        </section>
      )}
    </>
  );
}

function Rows({ rows }: { rows: readonly ReportDossiers["rows"][number][] }) {
  const names = useNames();
  const { person, project, stage, on } = words.columns;
  return (
    <Table
      label={words.dossiers}
      class="people"
      heads={[person, project, stage, { text: on, isSorted: true }]}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <a class="who" href={`#/dossiers/${row.id}`}>
              {names.of(row.name)}
            </a>
            <span class="sub">{row.reference}</span>
          </th>
          <td>{row.project}</td>
          <td class="unbroken">{row.stage.label}</td>
          <td class="unbroken">
            <time dateTime={row.on.iso}>{row.on.text}</time>
          </td>
        </tr>
      ))}
    </Table>
  );
}
