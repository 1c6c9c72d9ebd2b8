// What proves the refund: each instalment with its interest, who said it was paid; then the decision.

import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { EndingView, RefundProofView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { type Meaning, State } from "../../parts/State.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { Table } from "../../parts/Table.tsx";
import { MoneyField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface ProofProps {
  view: EndingView;
  proof: RefundProofView;
  onChanged: (view: EndingView) => void;
}

const meanings: Record<string, Meaning> = { ok: "ok", waiting: "waiting", late: "late" };

const blank = { attested: "", amount: "", reason: "", letter_words: "" };

export function Proof({ view, proof, onChanged }: ProofProps) {
  const form = useForm({
    name: "refund",
    dossier: view.dossier,
    recorded: blank,
    send: async (typed, granted: boolean) =>
      onChanged(await call("decide_refund", { dossier: view.dossier, on: "", granted, ...typed })),
  });
  const paying = useAction(async () =>
    onChanged(await call("note_refund_paid", { dossier: view.dossier, on: "" })),
  );
  return (
    <Sheet title={words.proof} note={proof.rule}>
      <Form form={form} class="body" end={<Refused failure={paying.failure} />}>
        <Notice
          tone={proof.entitled ? "ok" : "due"}
          title={proof.entitled ? words.entitled : words.notEntitled}
        >
          {proof.obstacles.join(" ")}
        </Notice>
        <dl class="sums">
          <div>
            <dt>{proof.interest_label}</dt>
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
                class="half"
                label={words.attested}
                optional
                hint={words.attestedHint}
                {...form.tie("attested")}
              />
              <MoneyField
                class="half"
                label={words.other}
                optional
                hint={words.otherHint}
                {...form.tie("amount")}
              />
              <TextField
                label={words.reasonForOffice}
                optional
                hint={words.reasonHint}
                {...form.tie("reason")}
              />
              <TextField
                label={words.letterWords}
                optional
                hint={words.letterWordsHint}
                {...form.tie("letter_words")}
              />
            </div>
            <div class="row">
              <Button look="main" small disabled={form.busy} onClick={() => void form.run(true)}>
                {words.grant}
              </Button>
              <Button small disabled={form.busy} onClick={() => void form.run(false)}>
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
      </Form>
    </Sheet>
  );
}

function Lines({ proof }: { proof: RefundProofView }) {
  return (
    <Table
      label={words.table}
      heads={words.columns.map((text, at) => ({ text, isOverFigures: at >= 2 && at <= 4 }))}
    >
      {proof.lines.map((line) => (
        <tr key={line.number}>
          <td class="num">{line.number}</td>
          <td class="unbroken">{line.due}</td>
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
    </Table>
  );
}
