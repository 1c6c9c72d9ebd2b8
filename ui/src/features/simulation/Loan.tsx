// The loan worked out: what it costs, year by year, then every instalment.

import type { LoanShown } from "../../ipc/types.ts";
import { Scroll, Sheet } from "../../parts/Sheet.tsx";
import { words } from "./words.ts";

interface LoanProps {
  loan: LoanShown;
  /** What is left to live on with it; nothing outside a dossier or without a budget. */
  resteAVivre: string | null;
}

export function Loan({ loan, resteAVivre }: LoanProps) {
  return (
    <>
      <Sheet title={words.loan} note={`${loan.amount.text}, ${loan.months_text}`}>
        <div class="body">
          <p>{loan.sentence}</p>
          <dl class="kv">
            <Pair label={words.perMonth} value={loan.instalment_text} isStrong />
            <Pair label={words.totalCost} value={loan.total_cost.text} isStrong />
            <Pair label={words.interest} value={loan.interest.text} />
            {loan.fee.cents !== 0 && <Pair label={words.fee} value={loan.fee.text} />}
            {loan.insurance.cents !== 0 && <Pair label={words.insuranceTotal} value={loan.insurance.text} />}
            <Pair label={words.fixedRate} value={loan.rate} />
            <Pair label={words.taeg} value={loan.taeg ?? words.unknown} isStrong />
            {loan.last_due && <Pair label={words.lastDue} value={loan.last_due.text} />}
            {resteAVivre && <Pair label={words.resteAVivre} value={resteAVivre} />}
          </dl>
          {loan.taeg_refused && <p class="soft small">{loan.taeg_refused}</p>}
          {!loan.last_due && <p class="soft small">{words.noDates}</p>}
        </div>
      </Sheet>
      <Sheet title={words.years}>
        <Years loan={loan} />
        <details class="why schedule">
          <summary class="foot-note">
            <span class="q">{words.schedule(loan.rows.length)}</span>
          </summary>
          <Schedule loan={loan} />
        </details>
      </Sheet>
    </>
  );
}

function Pair({ label, value, isStrong = false }: { label: string; value: string; isStrong?: boolean }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{isStrong ? <b>{value}</b> : value}</dd>
    </>
  );
}

function Years({ loan }: { loan: LoanShown }) {
  return (
    <Scroll label={words.yearsTable}>
      <table class="dense">
        <caption class="vh">{words.yearsTable}</caption>
        <Heading
          columns={[
            words.year,
            words.instalments,
            words.paid,
            words.principal,
            words.interest,
            words.outstanding,
          ]}
        />
        <tbody>
          {loan.years.map((year) => (
            <tr key={year.year}>
              <th scope="row">{year.year}</th>
              <td class="num">{year.instalments}</td>
              <td class="num">{year.paid}</td>
              <td class="num">{year.principal}</td>
              <td class="num">{year.interest}</td>
              <td class="num">{year.outstanding}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Schedule({ loan }: { loan: LoanShown }) {
  const isInsured = loan.insurance.cents !== 0;
  const columns = [
    words.number,
    words.due,
    words.total,
    words.principal,
    words.interest,
    ...(isInsured ? [words.insuranceColumn] : []),
    words.outstanding,
  ];
  return (
    <Scroll label={words.scheduleTable}>
      <table class="dense">
        <caption class="vh">{words.scheduleTable}</caption>
        <Heading columns={columns} />
        <tbody>
          {loan.rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">{row.number}</th>
              <td class="num">{row.due || words.unknown}</td>
              <td class="num">{row.total}</td>
              <td class="num">{row.principal}</td>
              <td class="num">{row.interest}</td>
              {isInsured && <td class="num">{row.insurance}</td>}
              <td class="num">{row.outstanding}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Heading({ columns }: { columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column, at) => (
          <th key={column} scope="col" class={at === 0 ? undefined : "num"}>
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}
