// The proof: each account, one line a month, what is not proved and why; at the right, what is to be asked for again.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { AccountRead, StatementMonth, StatementReading, StatementsRead } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { type Meaning, State } from "../../parts/State.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { type Head, Table } from "../../parts/Table.tsx";
import { MoneyField, TextField } from "../../parts/TextField.tsx";
import { Figures } from "./Figures.tsx";
import * as words from "./words.ts";

interface MonthsProps {
  dossier: number;
  reading: StatementReading;
  onChanged: (read: StatementsRead) => void;
}

const { columns } = words;
const figure = (text: string): Head => ({ text, isOverFigures: true });
const heads: readonly Head[] = [
  columns.month,
  figure(columns.opening),
  figure(columns.incoming),
  figure(columns.outgoing),
  figure(columns.closing),
  columns.proof,
];

export function Months(props: MonthsProps) {
  const { reading } = props;
  const names = useNames();
  return (
    <div class="scrolls">
      {reading.accounts.length > 0 && (
        <Table label={words.proofTable} heads={heads} class="proof" areBodies>
          {reading.accounts.map((account, at) => (
            <tbody key={`${account.label} ${at}`}>
              <AccountRow {...props} account={account} at={at} />
              {account.months.map((month, place) => (
                <MonthRows key={`${month.label} ${place}`} {...props} month={month} />
              ))}
            </tbody>
          ))}
        </Table>
      )}
      {reading.unread.length > 0 && (
        <>
          <h3 class="body">{words.unread}</h3>
          <ul class="thread tell">
            {reading.unread.map((file, at) => (
              <li key={`${file.name} ${at}`}>
                <b>{names.areHidden ? words.hidden : file.name}</b>
                <span class="detail">{file.sentence}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function AccountRow({ dossier, account, at, onChanged }: MonthsProps & { account: AccountRead; at: number }) {
  const { label, is_savings, is_joint } = account;
  const [share, type] = useState(`${account.share}`);
  const describing = useAction(async (is_savings: boolean, is_joint: boolean) =>
    onChanged(await call("describe_account", { dossier, account: at, is_savings, is_joint, share })),
  );
  return (
    <tr class="account">
      <th scope="rowgroup" colSpan={4}>
        {words.account(label, is_joint, account.share)}
      </th>
      <td colSpan={2}>
        <details>
          <Summary>
            {words.correct} <span class="heard">{label}</span>
          </Summary>
          {is_joint ? null : <Refused failure={describing.failure} />}
          {is_joint && (
            <TextField
              label={words.share}
              name="share"
              inputMode="numeric"
              width="w-cell"
              value={share}
              error={describing.failure?.message}
              onInput={type}
              onLeave={() => {
                if (share !== `${account.share}`) void describing.run(is_savings, true);
              }}
            />
          )}
          <div class="row">
            <Button small onClick={() => void describing.run(is_savings, !is_joint)}>
              {is_joint ? words.asAlone : words.asJoint}
            </Button>
            <Button small onClick={() => void describing.run(!is_savings, is_joint)}>
              {is_savings ? words.asCurrent : words.asSavings}
            </Button>
          </div>
        </details>
      </td>
    </tr>
  );
}

const meanings: Record<string, Meaning> = {
  proven: "ok",
  contradicted: "refused",
  not_checkable: "due",
  duplicate: "waiting",
  missing: "due",
};
const looks: Record<string, string> = {
  contradicted: "contradicted",
  not_checkable: "unproved",
  missing: "unproved",
  duplicate: "duplicate",
};

function MonthRows(props: MonthsProps & { month: StatementMonth }) {
  const { month } = props;
  const hasSums = month.standing === "proven" || month.standing === "contradicted";
  const look = looks[month.standing];
  return (
    <>
      <tr class={look}>
        <th scope="row">
          {month.label}
          {month.count && <span class="sub">{month.count}</span>}
        </th>
        {hasSums ? (
          <>
            <td class="num">{month.opening}</td>
            <td class="num">
              <span class="sign">{words.plus}</span> {month.incoming}
            </td>
            <td class="num">
              <span class="sign">{words.minus}</span> {month.outgoing}
            </td>
            <td class="num">
              <span class="sign">{month.standing === "proven" ? words.equals : words.differs}</span>{" "}
              <b>{month.closing}</b>
            </td>
          </>
        ) : (
          <td colSpan={4}>{month.balance_on ? <BalanceForm {...props} /> : month.sentence}</td>
        )}
        <td title={month.witnesses ? words.agreed(month.witnesses) : undefined}>
          <State meaning={meanings[month.standing] ?? "due"}>{month.standing_text}</State>
        </td>
      </tr>
      {hasSums && month.sentence && (
        <tr class={`${look ?? ""} told`}>
          <td colSpan={6}>{month.sentence}</td>
        </tr>
      )}
    </>
  );
}

/** The one balance an export lacks, typed from the person's screen. */
function BalanceForm({ dossier, month, onChanged }: MonthsProps & { month: StatementMonth }) {
  const on = month.balance_on ?? "";
  const form = useForm({
    name: `balance:${on}`,
    dossier,
    recorded: { balance: "" },
    send: async ({ balance }) => onChanged(await call("type_balance", { dossier, on, balance })),
  });
  return (
    <Form form={form} class="row">
      <p>{month.sentence}</p>
      <MoneyField label={words.balance} {...form.tie("balance")} />
      <Button small submit disabled={form.busy}>
        {words.prove}
      </Button>
    </Form>
  );
}

export function ProofAside({ reading }: { reading: StatementReading }) {
  return (
    <>
      {reading.asked_again.length > 0 && (
        <Sheet title={words.askedAgain} note={words.toTheList}>
          <ul class="thread tell">
            {reading.asked_again.map(({ label, detail }) => (
              <li key={label}>
                <b>{label}</b>
                <span class="detail">{detail}</span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      {reading.figures.length > 0 && (
        <Sheet title={words.figures} note={reading.proved}>
          <Figures figures={reading.figures} />
        </Sheet>
      )}
      <Sheet title={words.kept}>
        <p class="body soft small">{words.keptText}</p>
      </Sheet>
    </>
  );
}
