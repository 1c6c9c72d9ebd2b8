// The loan worked out: what it costs, year by year, then every instalment.

import type { ExplainedFigure, Figure, LoanShown } from "../../ipc/types.ts";
import { Explain } from "../../parts/Explained.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import * as words from "./words.ts";

interface LoanProps {
  loan: LoanShown;
  /** What is left to live on with it; nothing outside a dossier or without a budget. */
  resteAVivre: string | null;
  /** Where a figure comes from. */
  explain: (figure: Figure) => Promise<ExplainedFigure>;
  /** What settled it; nothing while it is only simulated. */
  settled?: string;
}

export function Loan({ loan, resteAVivre, explain, settled }: LoanProps) {
  const pair = (label: string, value: string, figure: Figure | null, isStrong = false) => (
    <>
      <dt>{label}</dt>
      <dd>
        {isStrong ? <b>{value}</b> : value} {figure && <Explain of={label} ask={() => explain(figure)} />}
      </dd>
    </>
  );
  return (
    <>
      <Sheet title={words.loan} note={settled ?? `${loan.amount.text}, ${loan.months_text}`}>
        <div class="body">
          <p>{loan.sentence}</p>
          {loan.conditions.map((condition) => (
            <p key={condition} class="soft small">
              {condition}
            </p>
          ))}
          <dl class="pairs">
            {pair(words.perMonth, loan.instalment_text, "instalment", true)}
            {pair(words.last, loan.last.text, "last_instalment")}
            {pair(words.totalCost, loan.total_cost.text, "total_cost", true)}
            {pair(words.costPerMonth, loan.cost_per_month.text, "cost_per_month")}
            {pair(words.interest, loan.interest.text, "interest")}
            {loan.fee.cents !== 0 && pair(words.fileFee, loan.fee.text, null)}
            {loan.insurance.cents !== 0 && pair(words.insuranceTotal, loan.insurance.text, null)}
            {loan.account.cents !== 0 && pair(words.accountTotal, loan.account.text, null)}
            {pair(words.fixedRate, loan.rate, null)}
            {pair(words.taeg, loan.taeg ?? words.unknown, loan.taeg === null ? null : "taeg", true)}
            {loan.usury && pair(words.usury, loan.usury, "usury")}
            {loan.refunded && pair(words.refunded, loan.refunded, "refund")}
            {loan.final_cost && pair(words.finalCost, loan.final_cost, null)}
            {loan.first_due && pair(words.firstDue, loan.first_due.text, null)}
            {loan.last_due && pair(words.lastDue, loan.last_due.text, null)}
            {resteAVivre && pair(words.resteWithLoan, resteAVivre, "reste_a_vivre_after")}
          </dl>
          {loan.taeg_note && <p class="soft small">{loan.taeg_note}</p>}
          {!loan.last_due && <p class="soft small">{words.noDates}</p>}
        </div>
      </Sheet>
      <Sheet title={words.years}>
        <Years loan={loan} />
        <details class="why schedule">
          <Summary class="foot-note">
            <span class="question">{words.schedule(loan.rows.length)}</span>
          </Summary>
          <Schedule loan={loan} />
        </details>
      </Sheet>
    </>
  );
}

function Years({ loan }: { loan: LoanShown }) {
  return (
    <Table
      label={words.yearsTable}
      heads={[
        words.year,
        ...overFigures([words.instalments, words.paid, words.principal, words.interest, words.outstanding]),
      ]}
    >
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
    </Table>
  );
}

function Schedule({ loan }: { loan: LoanShown }) {
  const isInsured = loan.insurance.cents !== 0;
  const columns = [
    words.due,
    words.total,
    words.principal,
    words.interest,
    ...(isInsured ? [words.insuranceColumn] : []),
    words.outstanding,
  ];
  return (
    <Table label={words.scheduleTable} heads={[words.number, ...overFigures(columns)]}>
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
    </Table>
  );
}
