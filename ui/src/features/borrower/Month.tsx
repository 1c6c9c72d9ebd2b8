// Their month: what comes in, what goes out of it, what is left to live on.

import type { TogetherKey, TogetherMonth } from "../../ipc/types.ts";
import { Table } from "../../parts/Table.tsx";
import * as words from "./words.ts";

const HEADING = "together-month";

interface MonthProps {
  month: TogetherMonth;
  /** Whether the loan is still to come: their month without it is that of today. */
  isToCome: boolean;
}

export function Month({ month, isToCome }: MonthProps) {
  return (
    <section class="sheet" aria-labelledby={HEADING}>
      <h2 id={HEADING}>{words.month}</h2>
      <Bar month={month} />
      <Table
        class=""
        label={words.month}
        heads={[words.what, words.perMonth].map((text) => ({ text, isHeard: true }))}
      >
        {month.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {row.share > 0 && <Square of={row.key} />}
              {words.rows[row.key]}
            </th>
            <td class="num">{row.amount.text}</td>
          </tr>
        ))}
        <tr class="sum end">
          <th scope="row">
            <Square of="left" />
            {words.left}
          </th>
          <td class="num">{month.left.text}</td>
        </tr>
      </Table>
      <div class="aside">
        <p>
          {words.eachBefore} <b>{words.each(month.each.text)}</b> {words.eachAfter}{" "}
          {month.today && (isToCome ? words.today : words.before)(month.today.text)}
        </p>
        {month.turns.map((turn) => (
          <p key={turn} class="soft">
            {turn}
          </p>
        ))}
      </div>
    </section>
  );
}

/** What each part takes of what comes in; what is left is the rest of the bar. */
function Bar({ month }: { month: TogetherMonth }) {
  let at = 0;
  return (
    <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      {month.rows.map(({ key, share }) => {
        const from = at;
        at += share;
        return <rect key={key} class={key} x={from} width={share} height="4" />;
      })}
    </svg>
  );
}

function Square({ of }: { of: TogetherKey | "left" }) {
  return (
    <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
      <rect class={of} width="10" height="10" />
    </svg>
  );
}
