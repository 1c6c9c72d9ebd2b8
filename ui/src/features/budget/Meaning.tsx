// What the ledger means: the reste à vivre and its working, open because it is
// the conversation; beside it what the project makes of it.

import { call } from "../../ipc/call.ts";
import type {
  AfterProject,
  BudgetView,
  ExplainedFigure,
  Figure,
  LenderRule,
  Threshold,
} from "../../ipc/types.ts";
import { withoutUnit } from "../../parts/amounts.ts";
import { Explain } from "../../parts/Explained.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import { Working } from "../../parts/Working.tsx";
import { Projection } from "./Projection.tsx";
import { Versions } from "./Versions.tsx";
import * as words from "./words.ts";

export function Meaning({ budget }: { budget: BudgetView }) {
  const { after, threshold } = budget;
  const explain = (figure: Figure) => () => call("explain", { dossier: budget.dossier, figure });
  return (
    <>
      <Sheet title={words.resteAVivre} note={words.resteNote}>
        <div class="body">
          <div role="status">
            {after ? (
              <Both budget={budget} after={after} explain={explain} />
            ) : (
              <Before budget={budget} explain={explain} />
            )}
          </div>
          {threshold && budget.reste_a_vivre && (
            <p>
              <Stands threshold={threshold} />
            </p>
          )}
          {!budget.reste_a_vivre ? (
            <p class="soft">{words.emptyText}</p>
          ) : after ? (
            <BothWorkings after={after} />
          ) : (
            <Working caption={words.workingCaption} lines={budget.working} />
          )}
        </div>
      </Sheet>
      {after && after.changes.length > 0 && <WhatChanges after={after} />}
    </>
  );
}

/** What the project changes, a month. */
function WhatChanges({ after }: { after: AfterProject }) {
  return (
    <Sheet title={words.projectChanges}>
      <dl class="sums body">
        {after.changes.map(({ label, difference, counted, reason, note }) => (
          <div key={label} title={[reason, note].filter(Boolean).join(", ")}>
            <dt>{label}</dt>
            <dd>{counted ? difference : `(${difference})`}</dd>
          </div>
        ))}
        {after.account && (
          <div title={words.fromAgreement}>
            <dt>{words.account}</dt>
            <dd>{withoutUnit(after.account.text)}</dd>
          </div>
        )}
      </dl>
    </Sheet>
  );
}

/** What is read more rarely, each under its line. */
export function Further({ budget }: { budget: BudgetView }) {
  const { after, threshold, debt_ratio, lender, dossier } = budget;
  const explain = (figure: Figure) => () => call("explain", { dossier, figure });
  const ofDay = (text: string, figure: Figure) => (
    <p class="small">
      <Explain of={words.byDay(text)} after={words.byDay(text)} ask={explain(figure)} />
    </p>
  );
  return (
    <details class="sheet fold further">
      <Summary>{words.others}</Summary>
      {budget.reste_a_vivre && (
        <div class="body">
          {budget.per_day && ofDay(budget.per_day.text, "per_day")}
          {after && ofDay(after.per_day.text, "per_day_after")}
          <p class="rule-source">
            <Explain
              of={words.householdShares}
              after={words.divided(budget.shares_text)}
              ask={explain("shares")}
            />
          </p>
          {threshold && (
            <p class="rule-source">
              <Explain of={words.threshold} after={threshold.rule} ask={explain("threshold")} />
            </p>
          )}
          <dl class="pairs">
            {debt_ratio && (
              <>
                <dt>{words.debtRatio}</dt>
                <dd>
                  <b>{debt_ratio.text}</b> <Explain of={words.debtRatio} ask={explain("debt_ratio")} />
                  {after?.debt_ratio && (
                    <>
                      {" "}
                      <Icon name="arrow" label={words.afterwards} /> <b>{after.debt_ratio.text}</b>{" "}
                      <Explain
                        of={`${words.debtRatio}, ${words.afterAmount}`}
                        ask={explain("debt_ratio_after")}
                      />
                    </>
                  )}
                </dd>
              </>
            )}
            {budget.capacity && (
              <>
                <dt>{words.capacity}</dt>
                <dd>
                  <b>{budget.capacity}</b> <Explain of={words.capacity} ask={explain("capacity")} />
                </dd>
              </>
            )}
          </dl>
          {threshold?.capacity_sentence && <p class="rule-source">{threshold.capacity_sentence}</p>}
          <Remarks said={budget.remarks} />
        </div>
      )}
      {lender && (
        <details class="fold">
          <Summary>{words.lenderRule(lender.name)}</Summary>
          <ByLender lender={lender} explain={explain} />
        </details>
      )}
      {budget.projection && (
        <details class="fold">
          <Summary>{words.months}</Summary>
          <Projection dossier={dossier} projection={budget.projection} />
        </details>
      )}
      <Versions dossier={dossier} />
    </details>
  );
}

type Ask = (figure: Figure) => () => Promise<ExplainedFigure>;

function Stands({ threshold }: { threshold: Threshold }) {
  return (
    <State meaning={threshold.reached ? "ok" : "due"} label={threshold.reached ? words.above : words.below}>
      {threshold.sentence}
    </State>
  );
}

function Remarks({ said }: { said: readonly string[] }) {
  return (
    <>
      {said.map((sentence) => (
        <p key={sentence} class="rule-source">
          {sentence}
        </p>
      ))}
    </>
  );
}

/** The same budget by the rule of the bank the loan is asked of. */
function ByLender({ lender, explain }: { lender: LenderRule; explain: Ask }) {
  return (
    <div class="body">
      <dl class="both">
        <div>
          <dt>{words.today}</dt>
          <dd>
            <b>{lender.reste_a_vivre.text}</b>{" "}
            <Explain of={words.today} ask={explain("lender_reste_a_vivre")} />
          </dd>
        </div>
        <div>
          <dt>{words.afterAmount}</dt>
          <dd>
            <b>{lender.after.text}</b>{" "}
            <Explain of={words.afterAmount} ask={explain("lender_reste_a_vivre_after")} />
          </dd>
        </div>
      </dl>
      {lender.threshold && (
        <p>
          <Stands threshold={lender.threshold} />
        </p>
      )}
      <dl class="pairs">
        <dt>{words.capacity}</dt>
        <dd>{lender.capacity}</dd>
      </dl>
      <Remarks said={lender.remarks} />
      <p class="rule-source">{words.lenderDivided(lender.shares_text)}</p>
      {lender.threshold && <p class="rule-source">{lender.threshold.rule}</p>}
    </div>
  );
}

function Before({ budget, explain }: { budget: BudgetView; explain: Ask }) {
  return (
    <p>
      <span class="big">{budget.reste_a_vivre?.text ?? words.unknown}</span>{" "}
      <Explain of={words.resteAVivre} ask={explain("reste_a_vivre")} />{" "}
      {budget.per_day && <span class="soft small">{words.byDay(budget.per_day.text)}</span>}
    </p>
  );
}

function Both({ budget, after, explain }: { budget: BudgetView; after: AfterProject; explain: Ask }) {
  return (
    <dl class="both">
      <div>
        <dt>{words.today}</dt>
        <dd class="big">
          {budget.reste_a_vivre?.text ?? words.unknown}{" "}
          <Explain of={words.resteAVivre} ask={explain("reste_a_vivre")} />
        </dd>
      </div>
      <div>
        <dt>{words.afterAmount}</dt>
        <dd class="big">
          {after.reste_a_vivre.text} <Explain of={words.resteWithLoan} ask={explain("reste_a_vivre_after")} />
        </dd>
      </div>
    </dl>
  );
}

function BothWorkings({ after }: { after: AfterProject }) {
  return (
    <Table
      class="working"
      label={words.bothCaption}
      heads={[words.perMonth, ...overFigures([words.today, words.afterAmount])]}
    >
      {after.working.map((row) => (
        <tr key={`${row.sign} ${row.label}`} class={row.strong ? "sum" : undefined}>
          <th scope="row">
            {row.sign} {row.label}
          </th>
          <td class="num">{withoutUnit(row.before)}</td>
          <td class="num">{withoutUnit(row.after)}</td>
        </tr>
      ))}
    </Table>
  );
}
