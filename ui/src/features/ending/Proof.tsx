// What proves the refund: each instalment with its interest, who said it was paid; then the decision.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { errorAt } from "../../ipc/forms.ts";
import type { EndingView, RefundProofView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Scroll, Sheet } from "../../parts/Sheet.tsx";
import { type Meaning, State } from "../../parts/State.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { MoneyField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface ProofProps {
  view: EndingView;
  proof: RefundProofView;
  onChanged: (view: EndingView) => void;
}

const meanings: Record<string, Meaning> = { ok: "ok", waiting: "waiting", late: "late" };

export function Proof({ view, proof, onChanged }: ProofProps) {
  const [form, setForm] = useState({ attested: "", amount: "", reason: "" });
  const deciding = useAction(async (granted: boolean) => {
    onChanged(await call("decide_refund", { dossier: view.dossier, on: "", granted, ...form }));
    setForm({ attested: "", amount: "", reason: "" });
  });
  const paying = useAction(async () =>
    onChanged(await call("note_refund_paid", { dossier: view.dossier, on: "" })),
  );
  const tie = (name: keyof typeof form) => ({
    name,
    value: form[name],
    error: errorAt(deciding.failure, name),
    onInput: (text: string) => {
      deciding.clear();
      setForm({ ...form, [name]: text });
    },
  });
  const isAtField = deciding.failure?.field != null && deciding.failure.field in form;
  return (
    <Sheet title={words.proof} note={proof.rule}>
      <div class="body">
        <Notice
          tone={proof.entitled ? "ok" : "due"}
          title={proof.entitled ? words.entitled : words.notEntitled}
        >
          {proof.obstacles.join(" ")}
        </Notice>
        <dl class="sums">
          <div>
            <dt>{words.interest}</dt>
            <dd>{proof.interest.text}</dd>
          </div>
          <div>
            <dt>
              <b>{words.amount}</b>
            </dt>
            <dd>
              <b>{proof.amount.text}</b>
            </dd>
          </div>
        </dl>
        <details class="more">
          <Summary>{words.lines}</Summary>
          <Lines proof={proof} />
        </details>
        {!view.to_pay && !view.is_closed && (
          <>
            <div class="form">
              <MoneyField
                class="h"
                label={words.attested}
                optional
                hint={words.attestedHint}
                {...tie("attested")}
              />
              <MoneyField class="h" label={words.other} optional hint={words.otherHint} {...tie("amount")} />
              <TextField label={words.reason} optional hint={words.reasonHint} {...tie("reason")} />
            </div>
            <div class="row">
              <Button look="main" small disabled={deciding.busy} onClick={() => void deciding.run(true)}>
                {words.grant}
              </Button>
              <Button small disabled={deciding.busy} onClick={() => void deciding.run(false)}>
                {words.refuse}
              </Button>
            </div>
          </>
        )}
        {view.to_pay && (
          <Button look="main" small disabled={paying.busy} onClick={() => void paying.run()}>
            {words.paid}
          </Button>
        )}
        <Refused failure={isAtField ? null : deciding.failure} />
        <Refused failure={paying.failure} />
      </div>
    </Sheet>
  );
}

function Lines({ proof }: { proof: RefundProofView }) {
  return (
    <Scroll label={words.table}>
      <table class="dense">
        <caption class="vh">{words.table}</caption>
        <thead>
          <tr>
            {words.columns.map((column, at) => (
              <th key={column} scope="col" class={at >= 2 && at <= 4 ? "num" : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {proof.lines.map((line) => (
            <tr key={line.number}>
              <td class="num">{line.number}</td>
              <td class="nb">{line.due}</td>
              <td class="num">{line.total}</td>
              <td class="num">{line.interest}</td>
              <td class="num">{line.running}</td>
              <td>
                {meanings[line.state] === undefined ? (
                  <span class="soft">{line.state_text}</span>
                ) : (
                  <State meaning={meanings[line.state] as Meaning}>{line.state_text}</State>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
