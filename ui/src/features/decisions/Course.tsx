// What happened, as rows: each is corrected where it stands, never overwritten.

import { type ComponentChildren, Fragment } from "preact";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type {
  AwaitedSession,
  DecisionForm,
  DecisionsView,
  PresentationRow,
  Withdrawal,
} from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Explain } from "../../parts/Explained.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { type Meaning, State } from "../../parts/State.tsx";
import { type Head, Table } from "../../parts/Table.tsx";
import * as words from "./words.ts";

interface PartProps {
  view: DecisionsView;
  onCorrect: (fact: number, form: DecisionForm) => void;
}

interface CorrectProps {
  fact: number;
  form: DecisionForm;
  what: string;
  /** Whether it stands under words, and starts where they start. */
  isUnder?: boolean;
  onCorrect: (fact: number, form: DecisionForm) => void;
}

function Correct({ fact, form, what, isUnder = false, onCorrect }: CorrectProps) {
  return (
    <button
      type="button"
      class={isUnder ? "button small quiet flush" : "button small quiet"}
      aria-label={words.correctOf(what)}
      onClick={() => onCorrect(fact, form)}
    >
      {words.correct}
    </button>
  );
}

/** The heads of a table whose last column has the button of each row. */
const corrected = (heads: Record<string, string>): Head[] => [
  ...Object.values(heads),
  { text: words.correct, isHeard: true },
];

export function OfficeDecisions({ view, onCorrect }: PartProps) {
  return (
    <Sheet title={words.office} note={words.officeNote(view.decides)}>
      {view.awaited && <Awaited dossier={view.dossier} awaited={view.awaited} />}
      {view.orientations.length === 0 && !view.awaited && <Nothing>{view.undecided}</Nothing>}
      {view.orientations.length > 0 && (
        <Table label={words.orientationTable} heads={corrected(words.orientation)}>
          {view.orientations.map((row) => (
            <tr key={row.fact}>
              <td class="unbroken">{row.on.text}</td>
              <th scope="row">{row.mode}</th>
              <td class="unbroken">
                <State meaning={row.direction.key === "submit" ? "ok" : "refused"}>
                  {row.direction.label}
                </State>
                {row.solutions.map((solution) => (
                  <span key={solution} class="sub">
                    {solution}
                  </span>
                ))}
              </td>
              <td class="soft">{[row.reason, row.conditions].filter(Boolean).join(" · ")}</td>
              <td>
                <Correct
                  fact={row.fact}
                  form={row.form}
                  what={`${row.direction.label}, ${row.on.text}`}
                  onCorrect={onCorrect}
                />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Sheet>
  );
}

/** The session that will decide: the dossier is on its agenda, or is put on it from here. */
function Awaited({ dossier, awaited }: { dossier: number; awaited: AwaitedSession }) {
  const { session, sentence, is_listed } = awaited;
  const listing = useAction(async () => {
    if (session !== null) await call("list_in_session", { session, dossier, matter: "request" });
  });
  return (
    <div class="body">
      <div class="row between">
        <p>
          {is_listed && <State meaning="waiting">{words.listed}</State>} {sentence}
        </p>
        {session !== null && !is_listed ? (
          <Button small onClick={() => void listing.run()} disabled={listing.busy}>
            {words.listIn}
          </Button>
        ) : (
          <a href="#/seances">{words.openSessions}</a>
        )}
      </div>
      <Refused failure={listing.failure} />
    </div>
  );
}

export function Banks({ view, onCorrect }: PartProps) {
  if (view.presentations.length === 0) return null;
  return (
    <Sheet title={words.banks} note={view.presentations_sentence}>
      <Table label={words.bankTable} heads={Object.values(words.bank)}>
        {view.presentations.map((row) => (
          <Fragment key={row.fact}>
            <Sending row={row} onCorrect={onCorrect} />
            {row.warning && (
              <tr>
                <td />
                <td colSpan={5}>
                  <State meaning="due">{row.warning}</State>
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </Table>
    </Sheet>
  );
}

function Sending({ row, onCorrect }: { row: PresentationRow; onCorrect: PartProps["onCorrect"] }) {
  return (
    <tr>
      <td class="num faint">{row.number}</td>
      <th scope="row" class="lender">
        {row.lender}
        <span class="sub">{row.promise}</span>
      </th>
      <td class="unbroken">
        {row.sent_on.text}
        <span class="sub">{row.asked}</span>
        <Correct
          fact={row.fact}
          form={row.form}
          what={words.sendingTo(row.lender)}
          isUnder
          onCorrect={onCorrect}
        />
      </td>
      <td>
        <State meaning={meaningOf(row)}>{row.answer}</State>
        <span class="sub">{row.answered}</span>
        {row.answer_fact !== null && row.answer_form && (
          <Correct
            fact={row.answer_fact}
            form={row.answer_form}
            what={words.answerOf(row.lender)}
            isUnder
            onCorrect={onCorrect}
          />
        )}
      </td>
      <td class="unbroken">
        {row.late ? (
          <State meaning="late" label={words.lateSign}>
            {row.days}
          </State>
        ) : (
          row.days
        )}
      </td>
      <td>
        {row.reasons.map((reason) => (
          <span key={reason} class="sub">
            {reason}
          </span>
        ))}
        {row.note && <span class="sub soft">{row.note}</span>}
      </td>
    </tr>
  );
}

function meaningOf(row: PresentationRow): Meaning {
  switch (row.state) {
    case "approved":
      return "ok";
    case "refused":
      return "refused";
    case "in_principle":
      return "coming";
    case "awaited":
      return row.late ? "late" : "waiting";
    case "given_up":
      return "refused";
  }
}

export function Contract({ view, onCorrect }: PartProps) {
  const { contract, disbursement } = view;
  if (!contract) return null;
  return (
    <Sheet
      title={words.contract}
      note={contract.terms}
      actions={
        <Correct
          fact={contract.fact}
          form={contract.form}
          what={words.titles.contract}
          onCorrect={onCorrect}
        />
      }
    >
      <div class="body">
        <p>{contract.sentence}</p>
        {contract.differences.length > 0 && (
          <ul class="later" aria-label={words.differences}>
            {contract.differences.map(({ label, stated, reckoned, explained, question }) => (
              <li key={label}>
                <b>{label}</b> {stated}, {reckoned}.{" "}
                {explained && <Explain of={label} ask={() => Promise.resolve(explained)} />}
                {question && <span class="small">{question}</span>}
              </li>
            ))}
          </ul>
        )}
        {contract.withdrawal && <Strip withdrawal={contract.withdrawal} />}
        {disbursement && (
          <p>
            <b>{words.disbursed}</b> {disbursement.sentence}{" "}
            <Correct
              fact={disbursement.fact}
              form={disbursement.form}
              what={words.disbursed}
              onCorrect={onCorrect}
            />
          </p>
        )}
      </div>
    </Sheet>
  );
}

function Strip({ withdrawal }: { withdrawal: Withdrawal }) {
  return (
    <>
      <p>{withdrawal.sentence}</p>
      <ol class="days" aria-label={words.strip}>
        {withdrawal.days.map((day) => (
          <li key={day.label} class={day.state}>
            <span aria-hidden="true">{day.text}</span>
            <span class="heard">
              {day.label}, {words.stripStates[day.state]}
            </span>
          </li>
        ))}
      </ol>
      <p class="small">{withdrawal.payable}</p>
      <p class="rule-source">
        {withdrawal.rule}
        {withdrawal.to_check && ` (${words.toCheck})`}
      </p>
    </>
  );
}

export function Support({ view, onCorrect }: PartProps) {
  const plan = view.support;
  if (!plan) return null;
  return (
    <Sheet
      title={words.support}
      note={words.supportNote(plan.level.label, plan.set_on.text)}
      actions={
        <Correct fact={plan.fact} form={plan.form} what={words.titles.support} onCorrect={onCorrect} />
      }
    >
      <div class="body">
        <p>{plan.sentence}</p>
        {plan.note && <p>{plan.note}</p>}
        <ul class="later" aria-label={words.supportTable}>
          {plan.steps.map((step) => (
            <li key={`${step.when} ${step.purpose}`}>
              <b class="block">{step.when}</b>
              <span class="sub small">{step.purpose}</span>
              <span class="sub small faint">{step.how}</span>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}

export function Interviews({ view, onCorrect }: PartProps) {
  return (
    <Sheet title={words.interviews} note={words.interviewsNote}>
      {view.interviews.length === 0 ? (
        <Nothing>{words.noInterview}</Nothing>
      ) : (
        <Table label={words.interviews} heads={corrected(words.interview)}>
          {view.interviews.map((row) => (
            <tr key={row.fact}>
              <td class="unbroken">{row.on.text}</td>
              <th scope="row">{row.kind}</th>
              <td class="unbroken">{row.length}</td>
              <td class="soft">{row.note}</td>
              <td>
                <Correct
                  fact={row.fact}
                  form={row.form}
                  what={`${row.kind}, ${row.on.text}`}
                  onCorrect={onCorrect}
                />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Sheet>
  );
}

/** What was corrected, and why: what it said before is kept. */
export function Corrections({ view }: { view: DecisionsView }) {
  if (view.corrections.length === 0) return null;
  return (
    <Sheet title={words.corrections} note={words.correctionHint}>
      <div class="body">
        <ul class="later" aria-label={words.corrections}>
          {view.corrections.map(({ fact, what, reason }) => (
            <li key={fact}>
              <b>{what}</b> <span class="small">{reason}</span>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}

function Nothing({ children }: { children: ComponentChildren }) {
  return (
    <div class="body">
      <p class="soft">{children}</p>
    </div>
  );
}
