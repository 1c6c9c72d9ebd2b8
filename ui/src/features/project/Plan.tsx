// Who pays what, to the cent: what closes the plan, and what a pending aid
// would change.

import type { ComponentChildren } from "preact";
import { useAction } from "../../ipc/answers.ts";
import type { PlanRow, Plan as PlanView, ProjectView } from "../../ipc/types.ts";
import { withoutUnit } from "../../parts/amounts.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import * as words from "./words.ts";

interface PlanProps {
  project: ProjectView;
  onFollow: () => Promise<void>;
  onCount: (aid: number) => Promise<void>;
  /** The own share, typed where it counts. */
  children: ComponentChildren;
}

export function Plan({ project, onFollow, onCount, children }: PlanProps) {
  const { plan, limit } = project;
  const follow = useAction(onFollow);
  const count = useAction(onCount);
  return (
    <>
      <Sheet title={words.plan} note={words.planNote}>
        <PlanTable plan={plan} />
        <div class="body">
          <div class="form">{children}</div>
          <p role="status">
            <Closing plan={plan} />
          </p>
          {plan.ways_out.length > 0 && (
            <div>
              <p>{words.waysOut}</p>
              <ul class="tight">
                {plan.ways_out.map((way) => (
                  <li key={way}>{way}</li>
                ))}
              </ul>
            </div>
          )}
          {!plan.loan_follows && plan.balance !== "closed" && plan.loan && (
            <Button small disabled={follow.busy} onClick={() => void follow.run()}>
              {words.followPlan}
            </Button>
          )}
          <Refused failure={follow.failure} />
          {plan.remark && <p class="soft small">{plan.remark}</p>}
          {plan.instalment && (
            <dl class="pairs">
              <dt>{plan.instalment.label}</dt>
              <dd>
                <b>{plan.instalment.amount.text}</b>
              </dd>
              {plan.loan_cost && (
                <>
                  <dt>{words.loanCost}</dt>
                  <dd>{plan.loan_cost.text}</dd>
                </>
              )}
            </dl>
          )}
          {limit && (
            <>
              {!limit.inside && (
                <div>
                  {limit.passed.map((sentence) => (
                    <p key={sentence}>
                      <State meaning="due" label={words.limitOut}>
                        {sentence}
                      </State>
                    </p>
                  ))}
                  {limit.ways_out.map((way) => (
                    <p key={way} class="soft small">
                      {way}
                    </p>
                  ))}
                </div>
              )}
              <p class="rule-source">{limit.rule}</p>
            </>
          )}
        </div>
      </Sheet>
      {plan.hoped.length > 0 && (
        <Sheet title={words.hoped}>
          <div class="body">
            {plan.hoped.map((hoped) => (
              <div key={hoped.aid}>
                <p>{hoped.sentence}</p>
                <p>
                  <Button small disabled={count.busy} onClick={() => void count.run(hoped.aid)}>
                    {hoped.action}
                  </Button>
                </p>
              </div>
            ))}
            <Refused failure={count.failure} />
          </div>
        </Sheet>
      )}
    </>
  );
}

function Closing({ plan }: { plan: PlanView }) {
  switch (plan.balance) {
    case "closed":
      return <State meaning="ok">{plan.sentence}</State>;
    case "short":
    case "over":
      return <State meaning="due">{plan.sentence}</State>;
    case "no_cost":
      return <span class="soft">{plan.sentence}</span>;
  }
}

function PlanTable({ plan }: { plan: PlanView }) {
  const { line, amount, note } = words.columns;
  return (
    <Table
      label={words.planTable}
      class="dense margined plan"
      areBodies
      heads={[line, ...overFigures([amount]), note]}
    >
      <tbody>
        <Group label={words.toPay} rows={plan.to_pay} />
        <Sum label={words.cost} amount={plan.cost.text} />
      </tbody>
      <tbody>
        <Group label={words.paidBy} rows={plan.paid_by} />
        <Sum label={words.funding} amount={plan.funding.text} isLast />
      </tbody>
    </Table>
  );
}

function Group({ label, rows }: { label: string; rows: readonly PlanRow[] }) {
  return (
    <>
      <tr class="heading-row">
        <th colSpan={3} scope="rowgroup">
          {label}
        </th>
      </tr>
      {rows.length === 0 && (
        <tr class="none">
          <td colSpan={3}>{words.none}</td>
        </tr>
      )}
      {rows.map((row, at) => (
        <tr key={`${at} ${row.label}`}>
          <th scope="row">{row.label}</th>
          <td class="num">{withoutUnit(row.amount.text)}</td>
          <td class="small soft">{row.note}</td>
        </tr>
      ))}
    </>
  );
}

function Sum({ label, amount, isLast = false }: { label: string; amount: string; isLast?: boolean }) {
  return (
    <tr class={isLast ? "sum end" : "sum"}>
      <th scope="row">{label}</th>
      <td class="num">{withoutUnit(amount)}</td>
      <td />
    </tr>
  );
}
