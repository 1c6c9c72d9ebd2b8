// The contract: typed once from the paper of the bank, only what differs from the simulation; then the money; then its
// figures, each with where it comes from.

import { useEffect, useRef, useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { type Form as Typing, useForm } from "../../ipc/form.ts";
import { sentence } from "../../ipc/sentence.ts";
import type { ContractForm, ContractTried, Failure, LoanStanding } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Explain } from "../../parts/Explained.tsx";
import { Form } from "../../parts/Form.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { Dates } from "./Dates.tsx";
import { asGranted, blankContract, figuresTyped } from "./logic.ts";
import type { PartProps } from "./Screen.tsx";
import * as words from "./words.ts";

interface Contracting {
  form: Typing<ContractForm>;
  isSame: boolean;
  answer: (isSame: boolean) => void;
  tried: ContractTried | null;
  failure: Failure | null;
}

const noNext = { on: "", what: "" };

/** The contract as it is typed, tried beside the simulation at each key. */
export function useContract(dossier: number): Contracting {
  const [isSame, answer] = useState(true);
  const form = useForm({
    name: "loan_contract",
    dossier,
    recorded: blankContract,
    send: (typed) =>
      call("sign_contract", { dossier, form: isSame ? asGranted(typed) : typed, next: noNext }),
  });
  const asked = isSame ? asGranted(form.typed) : form.typed;
  const { value, failure } = useAnswer("try_contract", { dossier, form: asked });
  return { form, isSame, answer, tried: value, failure };
}

interface ContractProps extends PartProps {
  contract: Contracting;
}

export function ContractStep(props: ContractProps) {
  const { standing } = props.loan;
  if (!standing) return <Typed {...props} />;
  return (
    <>
      {!props.loan.running && <Paid dossier={props.dossier} />}
      <Figures standing={standing} dossier={props.dossier} />
    </>
  );
}

function Typed({ dossier, contract }: ContractProps) {
  const { form, isSame, answer, tried, failure } = contract;
  const refusedAt = (field: string) => (failure?.field === field ? sentence(failure) : null);
  const figures: readonly string[] = figuresTyped;
  useKeys({ "Ctrl+Enter": () => void form.run() });
  return (
    <Form form={form} class="stack" label={words.keepContract} quick>
      <div class="asked">
        <TextField label={words.bankReference} width="w-two" {...form.tie("bank_reference")} />
        <DateField
          label={words.signedOn}
          {...form.tie("signed_on", "date")}
          error={form.errorOf("signed_on") ?? refusedAt("signed_on")}
        />
      </div>
      <div class="asked">
        <Segmented
          legend={words.same}
          options={words.sameAnswers}
          value={isSame ? "yes" : "no"}
          onInput={(key) => answer(key === "yes")}
        />
        {isSame && <span class="soft small">{words.nothingToType}</span>}
      </div>
      <Refused failure={figures.includes(failure?.field ?? "") ? null : failure} />
      {tried && (
        <Table label={words.figures} class="same" heads={headsOfFigures}>
          {tried.rows.map((row) => (
            <tr key={row.field} class={row.difference ? "differs" : undefined}>
              <th scope="row">{row.label}</th>
              <td class="num">{row.simulated}</td>
              <td class="num">
                <Stated row={row} contract={contract} refused={refusedAt(row.field)} />
              </td>
              <td>{row.difference}</td>
            </tr>
          ))}
        </Table>
      )}
      <div class="ends">
        {!isSame && <a href={`#/dossiers/${dossier}/decisions`}>{words.otherClauses}</a>}
        <Button submit look="main" shortcut={words.sendKey} disabled={form.busy}>
          {form.busy ? words.saving : words.keepContract}
        </Button>
      </div>
    </Form>
  );
}

const headsOfFigures = [
  { text: words.compared[0], isHeard: true },
  ...overFigures([words.compared[1] ?? "", words.compared[2] ?? ""]),
  words.compared[3] ?? "",
];

interface StatedProps {
  row: ContractTried["rows"][number];
  contract: Contracting;
  refused: string | null;
}

/** A figure by the contract: as in the simulation until it is pressed, then typed. */
function Stated({ row, contract: { form, isSame }, refused }: StatedProps) {
  const [isOpen, open] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isOpen) input.current?.select();
  }, [isOpen]);
  const field = figuresTyped.find((one) => one === row.field);
  if (!field || isSame)
    return row.difference ? <b>{row.stated}</b> : <span class="faint">{words.pareil}</span>;
  const typed = form.typed[field];
  if (typed === "" && !isOpen && !row.difference) {
    return (
      <button
        type="button"
        class="link"
        aria-label={words.sameAs(row.label)}
        onClick={() => {
          open(true);
          form.put({ [field]: row.typed });
        }}
      >
        {words.pareil}
      </button>
    );
  }
  const error = form.errorOf(field) ?? refused;
  return (
    <>
      <input
        name={field}
        class="money"
        aria-label={words.byContract(row.label)}
        aria-invalid={error ? true : undefined}
        value={typed}
        autoComplete="off"
        ref={input}
        onInput={(event) => form.put({ [field]: event.currentTarget.value })}
      />
      {error && <span class="refusal block">{error}</span>}
    </>
  );
}

/** The money, once the contract is signed. */
function Paid({ dossier }: { dossier: number }) {
  const form = useForm({
    name: "loan_paid",
    dossier,
    recorded: { paid_on: "" },
    send: ({ paid_on }) =>
      call("note_disbursement", { dossier, form: { on: paid_on, amount: "", means: "" }, next: noNext }),
  });
  useKeys({ "Ctrl+Enter": () => void form.run() });
  return (
    <Form form={form} class="asked" label={words.notePaid} quick>
      <DateField
        label={words.paidOn}
        {...form.tie("paid_on", "date")}
        error={form.errorOf("paid_on") ?? form.errorOf("on")}
      />
      <Button submit look="main" shortcut={words.sendKey} disabled={form.busy}>
        {form.busy ? words.saving : words.notePaid}
      </Button>
    </Form>
  );
}

function Figures({ dossier, standing }: { dossier: number; standing: LoanStanding }) {
  return (
    <>
      <p class="soft small">{standing.signed}</p>
      <dl class="figures-two">
        {standing.figures.map(({ label, value, explained, differs }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class="num">
              {differs ? <b>{value}</b> : value}{" "}
              {explained && <Explain of={label} ask={() => Promise.resolve(explained)} />}
            </dd>
          </div>
        ))}
        {standing.differences.map(({ label, stated, explained }) => (
          <div key={`stated ${label}`}>
            <dt>{words.statedOtherwise(label)}</dt>
            <dd class="num">
              <b>{stated}</b>{" "}
              {explained && <Explain of={words.gapOf(label)} ask={() => Promise.resolve(explained)} />}
            </dd>
          </div>
        ))}
      </dl>
      {standing.conditions.map((condition) => (
        <p key={condition} class="soft small">
          {condition}
        </p>
      ))}
      <div class="ends">
        <a href={`#/dossiers/${dossier}/decisions`}>{words.correct}</a>
      </div>
    </>
  );
}

export function ContractAside({ life, loan: { standing }, contract: { tried } }: ContractProps) {
  const following = standing ? life.following : (tried?.following ?? []);
  const questions = standing
    ? standing.differences.flatMap(({ question }) => (question ? [question] : []))
    : (tried?.questions ?? []);
  return (
    <>
      {!standing &&
        tried?.explained.map((figure) => (
          <Sheet key={figure.title} title={words.gap} note={figure.result}>
            <div class="body">
              <p>{figure.rule}</p>
              <dl class="work">
                {figure.steps.map(({ sign, label, value, strong }) => (
                  <div key={label} class={strong ? "sum" : undefined}>
                    <dt>
                      {sign} {label}
                    </dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </div>
          </Sheet>
        ))}
      {questions.length > 0 && (
        <Sheet title={words.toAsk}>
          <div class="body">
            {questions.map((question) => (
              <p key={question}>{question}</p>
            ))}
          </div>
        </Sheet>
      )}
      {following.length > 0 && (
        <Sheet title={words.following}>
          <Dates
            lines={following.map(({ day, what, detail, current }) => ({
              day,
              what,
              detail,
              look: current ? "waited" : "",
            }))}
          />
        </Sheet>
      )}
      {standing && standing.versions.length > 1 && (
        <Sheet title={words.versions}>
          <div class="body">
            {standing.versions.map(({ number, title, cost, explained, agreed, note }) => (
              <p key={number}>
                <b>{title}</b> {cost && <span class="num">{cost.text}</span>}{" "}
                {explained && <Explain of={words.costOf(title)} ask={() => Promise.resolve(explained)} />}
                <span class="small soft block">
                  {agreed} {note && words.note(note)}
                </span>
              </p>
            ))}
          </div>
        </Sheet>
      )}
    </>
  );
}
