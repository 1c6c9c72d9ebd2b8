// The interest given back: each instalment with its interest and who said it was paid, then the decision, then the payment.

import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { EndingView, RefundProofView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { type Meaning, State } from "../../parts/State.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { Table } from "../../parts/Table.tsx";
import { MoneyField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface RefundProps {
  view: EndingView;
  proof: RefundProofView;
  onChanged: (view: EndingView) => void;
}

const meanings: Record<string, Meaning> = { ok: "ok", waiting: "waiting", late: "late" };

const blank = { attested: "", amount: "", reason: "", letter_words: "" };

export function Refund({ view, proof, onChanged }: RefundProps) {
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
  const { tie } = form;
  return (
    <Form form={form} class="stack" label={words.refundInterest} end={<Refused failure={paying.failure} />}>
      <p>
        <b>{words.refundInterest}</b> <span class="soft small">{proof.rule}</span>
      </p>
      {proof.obstacles.length > 0 && <Notice tone="due">{proof.obstacles.join(" ")}</Notice>}
      <dl class="work">
        <div>
          <dt>{proof.interest_label}</dt>
          <dd>{proof.interest.text}</dd>
        </div>
        <div class="sum">
          <dt>{words.refundAmount}</dt>
          <dd>{proof.amount.text}</dd>
        </div>
      </dl>
      <ProofLines proof={proof} />
      {!view.to_pay && !view.is_closed && (
        <>
          <div class="asked">
            <MoneyField label={words.attested} {...tie("attested")} />
            <MoneyField label={words.otherAmount} {...tie("amount")} />
          </div>
          <div class="asked whole">
            <TextField label={words.reasonForOffice} hint={words.reasonHint} {...tie("reason")} />
            <TextField label={words.letterWords} {...tie("letter_words")} />
          </div>
          <div class="ends">
            <Button look="quiet" disabled={form.busy} onClick={() => void form.run(false)}>
              {words.refuse}
            </Button>
            <Button look="main" disabled={form.busy} onClick={() => void form.run(true)}>
              {words.grant}
            </Button>
          </div>
        </>
      )}
      {view.decided && <p>{view.decided}</p>}
      {view.to_pay && (
        <div class="ends">
          <Button look="main" disabled={paying.busy} onClick={() => void paying.run()}>
            {words.notePayment}
          </Button>
        </div>
      )}
    </Form>
  );
}

/** Each instalment with its interest, and what is known of it. */
export function ProofLines({ proof, isOpen = false }: { proof: RefundProofView; isOpen?: boolean }) {
  return (
    <details class="more" open={isOpen}>
      <Summary>{words.proof}</Summary>
      <Table
        label={words.proofTable}
        heads={words.proofHeads.map((text, at) => ({ text, isOverFigures: at >= 2 && at <= 4 }))}
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
    </details>
  );
}
