// What the ledger means: the reste à vivre and its working, open because it is
// the conversation; beside it what the project makes of it.

import type { AfterProject, BudgetView, Threshold } from "../../ipc/types.ts";
import { withoutUnit } from "../../parts/amounts.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Why, Working } from "../../parts/Working.tsx";
import { words } from "./words.ts";

export function Meaning({ budget }: { budget: BudgetView }) {
  const { after, threshold, debt_ratio } = budget;
  return (
    <div class="stack stick">
      <Sheet title={words.resteAVivre} note={words.resteNote}>
        <div class="body">
          <div role="status">
            {after ? <Both budget={budget} after={after} /> : <Before budget={budget} />}
          </div>
          {threshold && (
            <p>
              <State
                meaning={threshold.reached ? "ok" : "due"}
                label={threshold.reached ? words.above : words.below}
              >
                {threshold.sentence}
              </State>
            </p>
          )}
          {budget.working.length > 0 && (
            <Why figure={<b>{words.working}</b>} isOpen>
              {after ? (
                <BothWorkings after={after} />
              ) : (
                <Working caption={words.workingCaption} lines={budget.working} />
              )}
            </Why>
          )}
          <p class="rule-src">{words.divided(budget.shares_text)}</p>
          {threshold && <p class="rule-src">{threshold.rule}</p>}
        </div>
      </Sheet>
      {(debt_ratio || threshold) && (
        <Sheet title={words.others}>
          <div class="body">
            {debt_ratio && (
              <Why
                figure={
                  <>
                    <span class="soft">{words.debtRatio}</span>{" "}
                    <b class="mid-figure">
                      {debt_ratio.text}
                      {after?.debt_ratio && (
                        <>
                          {" "}
                          <Icon name="arrow" label={words.afterwards} /> {after.debt_ratio.text}
                        </>
                      )}
                    </b>
                  </>
                }
              >
                <p class="rule-src gap-s">
                  {[debt_ratio.working, after?.debt_ratio?.working].filter(Boolean).join(" · ")}
                </p>
              </Why>
            )}
            {threshold && <Capacity threshold={threshold} />}
          </div>
        </Sheet>
      )}
    </div>
  );
}

function Before({ budget }: { budget: BudgetView }) {
  return (
    <p>
      <span class="big">{budget.reste_a_vivre?.text ?? words.unknown}</span>{" "}
      {budget.per_day && <span class="soft">{words.perDay(budget.per_day.text)}</span>}
    </p>
  );
}

function Both({ budget, after }: { budget: BudgetView; after: AfterProject }) {
  return (
    <dl class="both">
      <div>
        <dt>{words.today}</dt>
        <dd class="big">{budget.reste_a_vivre?.text ?? words.unknown}</dd>
        {budget.per_day && <dd class="soft small">{words.perDay(budget.per_day.text)}</dd>}
      </div>
      <div>
        <dt>{words.withLoan}</dt>
        <dd class="big">{after.reste_a_vivre.text}</dd>
        <dd class="soft small">{words.perDay(after.per_day.text)}</dd>
      </div>
    </dl>
  );
}

function BothWorkings({ after }: { after: AfterProject }) {
  return (
    <table class="working">
      <caption class="vh">{words.bothCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.perMonth}</th>
          <th scope="col" class="num">
            {words.today}
          </th>
          <th scope="col" class="num">
            {words.withLoan}
          </th>
        </tr>
      </thead>
      <tbody>
        {after.working.map((row) => (
          <tr key={`${row.sign} ${row.label}`} class={row.strong ? "sum" : undefined}>
            <th scope="row">
              {row.sign} {row.label}
            </th>
            <td class="num">{withoutUnit(row.before)}</td>
            <td class="num">{withoutUnit(row.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Capacity({ threshold }: { threshold: Threshold }) {
  return (
    <>
      <dl class="kv">
        <dt>{words.capacity}</dt>
        <dd>
          <b>{threshold.capacity.text}</b>
        </dd>
      </dl>
      {threshold.capacity_sentence && <p class="rule-src">{threshold.capacity_sentence}</p>}
    </>
  );
}
