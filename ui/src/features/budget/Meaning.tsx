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
import { overFigures, Table } from "../../parts/Table.tsx";
import { Why, Working } from "../../parts/Working.tsx";
import * as words from "./words.ts";

export function Meaning({ budget }: { budget: BudgetView }) {
  const { after, threshold, debt_ratio, lender } = budget;
  const explain = (figure: Figure) => () => call("explain", { dossier: budget.dossier, figure });
  return (
    <div class="stack stick">
      <Sheet title={words.resteAVivre} note={words.resteNote}>
        <div class="body">
          <div role="status">
            {after ? (
              <Both budget={budget} after={after} explain={explain} />
            ) : (
              <Before budget={budget} explain={explain} />
            )}
          </div>
          {!budget.reste_a_vivre && <p class="soft">{words.emptyText}</p>}
          {threshold && budget.reste_a_vivre && (
            <p>
              <Stands threshold={threshold} /> <Explain of={words.threshold} ask={explain("threshold")} />
            </p>
          )}
          {budget.reste_a_vivre && (
            <Why figure={<b>{words.working}</b>} isOpen>
              {after ? (
                <BothWorkings after={after} />
              ) : (
                <Working caption={words.workingCaption} lines={budget.working} />
              )}
            </Why>
          )}
          <p class="rule-source">
            <Explain
              of={words.householdShares}
              after={words.divided(budget.shares_text)}
              ask={explain("shares")}
            />
          </p>
          {threshold && <p class="rule-source">{threshold.rule}</p>}
        </div>
      </Sheet>
      {(debt_ratio || budget.capacity) && (
        <Sheet title={words.others}>
          <div class="body">
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
        </Sheet>
      )}
      {lender && <ByLender lender={lender} explain={explain} />}
    </div>
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
    <Sheet title={words.lenderRule(lender.name)} note={words.lenderNote}>
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
    </Sheet>
  );
}

function Before({ budget, explain }: { budget: BudgetView; explain: Ask }) {
  return (
    <p>
      <span class="big">{budget.reste_a_vivre?.text ?? words.unknown}</span>{" "}
      <Explain of={words.resteAVivre} ask={explain("reste_a_vivre")} />{" "}
      {budget.per_day && <PerDay text={budget.per_day.text} ask={explain("per_day")} />}
    </p>
  );
}

function PerDay({ text, ask }: { text: string; ask: () => Promise<ExplainedFigure> }) {
  return (
    <span class="soft small">
      <Explain of={words.byDay(text)} after={words.byDay(text)} ask={ask} />
    </span>
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
        {budget.per_day && (
          <dd>
            <PerDay text={budget.per_day.text} ask={explain("per_day")} />
          </dd>
        )}
      </div>
      <div>
        <dt>{words.afterAmount}</dt>
        <dd class="big">
          {after.reste_a_vivre.text} <Explain of={words.resteWithLoan} ask={explain("reste_a_vivre_after")} />
        </dd>
        <dd>
          <PerDay text={after.per_day.text} ask={explain("per_day_after")} />
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
