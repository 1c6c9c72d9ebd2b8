import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { usePages } from "../../ipc/pages.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { daysOf, type NumberKey, optionsOf } from "./logic.ts";
import * as words from "./words.ts";

interface BehindProps {
  period: string;
  number: NumberKey;
}

/** The dossiers behind a number, beside it. */
export function Behind({ period, number }: BehindProps) {
  const names = useNames();
  const asked = (offset: number) => ({
    ...daysOf(period),
    ...number,
    offset,
    narrowed: optionsOf(period).narrowed,
  });
  const { value, failure } = useAnswer("report_dossiers", asked(0));
  const page = (offset: number) => call("report_dossiers", asked(offset));
  const { rows, more } = usePages(value, JSON.stringify(asked(0)), page, ({ rows }) => rows);
  if (!value) return <Refused failure={failure} />;
  return (
    <Sheet title={value.title}>
      <p class="foot-note" role="status">
        {value.sentence} {value.definition}
      </p>
      <Refused failure={more.failure} />
      {rows.length === 0 && <p class="body soft">{words.noneText}</p>}
      <ul class="counted-dossiers">
        {rows.map((row) => (
          <li key={row.id}>
            <a href={`#/dossiers/${row.id}`}>
              <b>{names.of(row.name)}</b>
              <time dateTime={row.on.iso}>{row.on.text}</time>
              <span>{[row.project, row.stage.label].filter(Boolean).join(" · ")}</span>
            </a>
          </li>
        ))}
      </ul>
      {rows.length < value.found && (
        <p class="more-line">
          <Button onClick={() => void more.run()}>{words.more}</Button>
          <span class="soft">{words.moreOf(rows.length, value.found)}</span>
        </p>
      )}
    </Sheet>
  );
}
