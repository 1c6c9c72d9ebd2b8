// What is checked: what calls first, each rule with the facts it looks at, the
// adviser's answers in place; what is met or does not apply stays folded.

import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useLineDraft } from "../../ipc/lines.ts";
import type { AssessmentView, Check, CheckQuestion, Checks as Shown } from "../../ipc/types.ts";
import { Explain } from "../../parts/Explained.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { type Meaning, State } from "../../parts/State.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { Table } from "../../parts/Table.tsx";
import { useHeld } from "../../parts/useHeld.ts";
import { useMadeChoice } from "../../parts/useMadeChoice.ts";
import { answerName, inPlace, rowName, told } from "./logic.ts";
import { PassOver } from "./PassOver.tsx";
import * as words from "./words.ts";

interface ChecksProps {
  assessment: AssessmentView;
  onChanged: (view: AssessmentView) => void;
  /** The row one was in, that of this check, may have gone from among these. */
  onAnswered: (check: string, among: readonly Check[]) => void;
}

const heads = [words.rule, words.state, words.shownBy];
const blank = { check: "", reason: "" };

export function Checks({ assessment, onChanged, onAnswered }: ChecksProps) {
  const { dossier, checks } = assessment;
  const [over, setOver] = useState<string | null>(null);
  const draft = useLineDraft(dossier, "check_passed_over", blank, true, ({ check }) => setOver(check));
  const last = useRef("");
  const { held, hold, around } = useHeld<Shown>(() => onAnswered(last.current, calling));
  const { calling, settled } = inPlace(checks, held ?? checks);
  const title = (held ?? checks).settled_title;
  const change = async (check: string, made: AssessmentView | Promise<AssessmentView>) => {
    last.current = check;
    hold(checks);
    onChanged(await made);
    onAnswered(check, calling);
  };
  const answering = useAction((check: string, { fact, of }: CheckQuestion, answer: string) =>
    change(check, call("answer_fact", { dossier, fact, of, answer })),
  );
  const returning = useAction((check: string) => change(check, call("return_to_rule", { dossier, check })));
  const close = () => {
    draft.settle();
    setOver(null);
  };
  const row = (check: Check) => (
    <Row
      key={check.key}
      dossier={dossier}
      check={check}
      onAnswer={(question, answer) => void answering.run(check.key, question, answer)}
      onPassOver={() => setOver(check.key)}
      onReturn={() => void returning.run(check.key)}
      passing={
        over === check.key &&
        check.may_pass_over && (
          <PassOver
            dossier={dossier}
            check={check}
            onPassed={(view) => {
              close();
              void change(check.key, view);
            }}
            onClose={close}
          />
        )
      }
    />
  );
  return (
    <div {...around}>
      <Sheet
        title={words.checks}
        note={checks.sentence}
        actions={<span class="soft small">{words.rulesOn(checks.rules_on.text)}</span>}
      >
        <Refused failure={answering.failure ?? returning.failure} />
        {calling.length === 0 ? (
          <div class="body">
            <p class="soft">{words.nothingCalls}</p>
          </div>
        ) : (
          <Table label={words.callingTable} class="dense evaluation" heads={heads}>
            {calling.map(row)}
          </Table>
        )}
        {settled.length > 0 && (
          <details class="more settled">
            <Summary>{title}</Summary>
            <Table label={title} class="dense evaluation" heads={heads}>
              {settled.map(row)}
            </Table>
          </details>
        )}
      </Sheet>
    </div>
  );
}

interface RowProps {
  dossier: number;
  check: Check;
  passing: ComponentChildren;
  onAnswer: (question: CheckQuestion, answer: string) => void;
  onPassOver: () => void;
  onReturn: () => void;
}

function Row({ dossier, check, passing, onAnswer, onPassOver, onReturn }: RowProps) {
  return (
    <tr>
      <th scope="row" id={rowName(check.key)} tabIndex={-1}>
        <Explain
          of={check.label}
          after={check.label}
          ask={() => call("explain", { dossier, figure: "check", check: check.key })}
        />
        <span class="sub">{check.rule}</span>
      </th>
      <td>
        <Found check={check} />
      </td>
      <td>
        {told(check) !== "" && <p>{told(check)}</p>}
        <Facts check={check} />
        {check.questions.map((question) => (
          <Question key={answerName(question)} question={question} onAnswer={onAnswer} />
        ))}
        {check.passed_over && (
          <p class="over">
            <b>{check.passed_over.sentence}</b> {words.quoted(check.passed_over.reason)}{" "}
            <button
              type="button"
              class="button small quiet"
              aria-label={words.returnOf(check.label)}
              onClick={onReturn}
            >
              {words.returnToRule}
            </button>
          </p>
        )}
        {passing ||
          (check.may_pass_over && (
            <button
              type="button"
              class="button small quiet flush"
              aria-label={words.passOverOf(check.label)}
              onClick={onPassOver}
            >
              {words.passOver}
            </button>
          ))}
      </td>
    </tr>
  );
}

const meanings: Record<string, Meaning> = { not_met: "late", to_verify: "due", met: "ok" };

function Found({ check }: { check: Check }) {
  const meaning = meanings[check.state.key];
  if (meaning === undefined) return <span class="soft">{check.state.label}</span>;
  return <State meaning={meaning}>{check.state.label}</State>;
}

function Facts({ check }: { check: Check }) {
  if (check.facts.length === 0) return null;
  return (
    <dl class="recalled" aria-label={words.recalled}>
      {check.facts.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

interface QuestionProps {
  question: CheckQuestion;
  onAnswer: (question: CheckQuestion, answer: string) => void;
}

/** Past these an answer is chosen in a list. */
const MOST_IN_VIEW = 3;

function Question({ question, onAnswer }: QuestionProps) {
  const { label, help, options, answer } = question;
  const hint = help === "" ? {} : { hint: help };
  const { value, onInput, around } = useMadeChoice(answer, (key) => onAnswer(question, key));
  const asked = { class: "ask", name: answerName(question), options, value, onInput, ...hint };
  return (
    <div {...around}>
      {options.length <= MOST_IN_VIEW ? (
        <Segmented legend={label} {...asked} />
      ) : (
        <Select label={label} {...asked} />
      )}
    </div>
  );
}
