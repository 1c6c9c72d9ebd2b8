// The instalments: what is known of each, all of them said paid in one gesture, or one that was not; a change tried
// before the bank is asked.

import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { useLineDraft } from "../../ipc/lines.ts";
import type { FollowedView, LoanStanding, TrialView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Explain } from "../../parts/Explained.tsx";
import { Form } from "../../parts/Form.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { Change } from "./Change.tsx";
import { Dates } from "./Dates.tsx";
import { Early } from "./Early.tsx";
import { blankChange, byYear, type ChangeTexts, canTry, formOf, type StepKey } from "./logic.ts";
import { pointLines } from "./Points.tsx";
import { Schedule } from "./Schedule.tsx";
import type { OpenPart } from "./Screen.tsx";
import * as words from "./words.ts";

interface InstalmentsProps extends OpenPart {
  /** What one comes to say of an instalment. */
  says: string | null;
}

/** The part of the step that tries a change: what its form starts with follows the colon. */
const CHANGE = "change:";
/** Those that say what became of one instalment alone. */
const ONE = "one";
const ONE_PAID = "one paid";

export function InstalmentsStep(props: InstalmentsProps) {
  const { dossier, loan, followed, part, onPart } = props;
  const { standing } = loan;
  const [until, setUntil] = useState("");
  const [typed, setTyped] = useState<ChangeTexts | null>(null);
  const draft = useLineDraft(dossier, "amendment", blankChange, true, () => onPart(CHANGE));
  const asked = typed && canTry(typed) ? { dossier, form: formOf(typed) } : null;
  const tried = useAnswer("try_amendment", asked);
  useKeys({ "Alt+n": () => loan.running && onPart(CHANGE) });
  if (!standing) return <p class="soft">{loan.closed}</p>;
  const trial = asked && !tried.failure ? tried.value : null;
  const close = () => {
    draft.settle();
    setTyped(null);
    onPart("");
  };
  const chosen = standing.due_until.find(({ on }) => on === until) ?? standing.due_until[0];
  if (part.startsWith(CHANGE)) {
    const starts = standing.changes.find(({ label }) => label === part.slice(CHANGE.length));
    if (starts?.form.kind === "full_repayment") {
      return <Early dossier={dossier} standing={standing} onDone={props.onLoan} onClose={close} />;
    }
    return (
      <>
        {trial && <Trial trial={trial} />}
        <Change
          key={part}
          dossier={dossier}
          standing={standing}
          starts={{ ...blankChange, ...starts?.form }}
          refused={asked ? tried.failure : null}
          onTyped={setTyped}
          onDone={(next) => {
            close();
            props.onLoan(next);
          }}
          onClose={close}
        />
        <Lines standing={standing} trial={trial} isOpen={trial !== null} />
      </>
    );
  }
  const saysOne = part === ONE || part === ONE_PAID || (part === "" && props.says !== null);
  return (
    <>
      {standing.stopped && <Notice tone="due">{standing.stopped}</Notice>}
      <Marks followed={followed} last={saysOne ? 0 : (chosen?.last ?? 0)} />
      {loan.running && !saysOne && chosen && (
        <AllPaid {...props} standing={standing} until={chosen} onUntil={setUntil} />
      )}
      {loan.running && saysOne && <One {...props} standing={standing} />}
      {loan.running && !chosen && !saysOne && (
        <div class="ends">
          <p class="soft">{words.nothingDue}</p>
          {standing.declarable.length > 0 && <OpenOne onPart={onPart} />}
        </div>
      )}
      <Noted standing={standing} />
      <StillDue standing={standing} />
      <Lines standing={standing} trial={null} isOpen={false} />
    </>
  );
}

function OpenOne({ onPart }: { onPart: (part: string) => void }) {
  return (
    <button type="button" class="link" onClick={() => onPart(ONE)}>
      {words.oneIsNot}
    </button>
  );
}

/** Every instalment as a mark, year by year; those that one gesture will say paid are outlined. */
function Marks({ followed, last }: { followed: FollowedView; last: number }) {
  const look = ({ state, number }: FollowedView["strip"][number]) =>
    state === "silent" && number <= last ? "chosen" : state === "late" ? "paid" : state;
  const count = (wanted: string) => followed.strip.filter((one) => look(one) === wanted).length;
  const counted = Object.entries(words.legend)
    .map(([key, [one, many]]) => ({ key, count: count(key), one, many }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <ol class="marks" aria-label={words.instalments}>
        {byYear(followed.strip).map(({ year, months }) => (
          <>
            <li class="year">{year}</li>
            {months.map((one, at) =>
              one ? (
                <li key={one.number} class={`due-${look(one)}`} title={one.told}>
                  <span class="heard">{one.told}</span> <span aria-hidden="true">{one.label}</span>
                </li>
              ) : (
                <li key={`${year} ${at}`} class="none" aria-hidden="true" />
              ),
            )}
          </>
        ))}
      </ol>
      <p class="legend">
        {counted.map(({ key, count, one, many }) => (
          <span key={key} class={`due-${key}`}>
            {words.counted(count, count === 1 ? one : (many ?? one))}
          </span>
        ))}
      </p>
    </>
  );
}

interface SayingProps extends InstalmentsProps {
  standing: LoanStanding;
}

interface AllPaidProps extends SayingProps {
  until: LoanStanding["due_until"][number];
  onUntil: (on: string) => void;
}

/** All that fell due until a day, said paid by somebody: one gesture. */
function AllPaid({ dossier, standing, until, onUntil, onLoan, onPart }: AllPaidProps) {
  const form = useForm({
    name: "declaration_until",
    dossier,
    isQuestion: true,
    recorded: { told_by: standing.told_by[0]?.key ?? "" },
    send: async ({ told_by }) => {
      const said = { from: "", to: "", declared: "paid", on: "", note: "", until: until.on };
      onLoan(await call("declare_instalments", { dossier, told_by, ...said }));
    },
  });
  useKeys({ "Ctrl+Enter": () => void form.run() });
  const days = standing.due_until.map(({ on, label }) => ({ key: on, label }));
  return (
    <Form form={form} class="stack" label={words.until} quick>
      <div class="asked">
        <Select label={words.until} name="until" options={days} value={until.on} onInput={onUntil} />
        <Segmented legend={words.toldBy} options={standing.told_by} {...form.tie("told_by")} />
      </div>
      <div class="ends">
        <OpenOne onPart={onPart} />
        {days.length > 1 && (
          <button type="button" class="link" onClick={() => onPart(ONE_PAID)}>
            {words.oneIsPaid}
          </button>
        )}
        <Button submit look="main" shortcut={words.sendKey} disabled={form.busy}>
          {form.busy ? words.saving : until.act}
        </Button>
      </div>
    </Form>
  );
}

/** One instalment that was not paid, or late, or paid by itself: the others stay as they are. */
function One({ dossier, standing, says, part, onLoan, onPart }: SayingProps) {
  const form = useForm({
    name: "declaration",
    dossier,
    recorded: {
      from: "",
      declared: part === ONE_PAID ? "paid" : (says ?? "missed"),
      told_by: standing.told_by[0]?.key ?? "",
      on: "",
      note: "",
    },
    send: async (typed) => {
      const from = typed.from || usual;
      onLoan(await call("declare_instalments", { dossier, ...typed, from, to: from, until: "" }));
      onPart("");
    },
  });
  const dues = standing.declarable.map((due) => ({ key: String(due.number), label: due.label }));
  const usual = dues.at(-1)?.key ?? "";
  const { tie } = form;
  useKeys({ "Ctrl+Enter": () => void form.run() });
  return (
    <Form form={form} class="stack" label={words.noteOne} quick>
      <div class="asked">
        <Select label={words.which} options={dues} {...tie("from")} value={form.typed.from || usual} />
        <Segmented legend={words.declared} options={standing.declared} {...tie("declared")} />
      </div>
      <div class="asked">
        <Segmented legend={words.toldBy} options={standing.told_by} {...tie("told_by")} />
        <DateField label={words.saidOn} {...tie("on", "date")} />
      </div>
      <div class="asked">
        <TextField label={words.said} {...tie("note")} />
      </div>
      <div class="ends">
        {standing.due_until.length > 0 && (
          <button type="button" class="link" onClick={() => onPart("all")}>
            {words.allPaid}
          </button>
        )}
        <Button submit look="main" shortcut={words.sendKey} disabled={form.busy}>
          {form.busy ? words.saving : words.noteOne}
        </Button>
      </div>
    </Form>
  );
}

/** What was said, by whom and for how much. */
function Noted({ standing }: { standing: LoanStanding }) {
  const noted = standing.rows.filter(({ declared }) => declared !== null).slice(-4);
  if (noted.length === 0) return null;
  const [first = "", ...others] = words.alreadyNoted;
  return (
    <Table
      label={words.noted}
      class="same"
      heads={[first, ...others.slice(0, 2), ...overFigures(others.slice(2))]}
    >
      {noted.map(({ first, label, state, told, now, declared }) => (
        <tr key={first} class={declared === "missed" ? "differs" : undefined}>
          <th scope="row">{label}</th>
          <td>{state}</td>
          <td>{told}</td>
          <td class="num">{now?.to_pay}</td>
        </tr>
      ))}
    </Table>
  );
}

function StillDue({ standing: { still_due: due } }: { standing: LoanStanding }) {
  if (!due) return null;
  return (
    <p class="soft small">
      {words.stillDue} <b>{due.principal.text}</b>{" "}
      <Explain of={words.stillDue} ask={() => Promise.resolve(due.explained)} /> {due.late}
    </p>
  );
}

/** The schedule in force beside a change on trial, else beside the contract's, else alone. */
function Lines({
  standing,
  trial,
  isOpen,
}: {
  standing: LoanStanding;
  trial: TrialView | null;
  isOpen: boolean;
}) {
  const count = standing.versions.length;
  const before = count > 1 ? words.inForce(count) : words.contractVersion;
  const now = trial
    ? { rows: trial.rows, versions: { before, now: words.onTrial(count + 1) } }
    : { rows: standing.rows, versions: count > 1 ? { before: words.contractVersion, now: before } : null };
  const totals = trial
    ? { before: trial.total_before.text, now: trial.total_after.text }
    : { before: standing.total_signed.text, now: standing.total_now.text };
  return (
    <details class="more" open={isOpen}>
      <Summary>{words.wholeSchedule}</Summary>
      <Schedule {...now} totals={totals} />
    </details>
  );
}

function Trial({ trial }: { trial: TrialView }) {
  return (
    <div class="trial" role="status">
      <p>
        <b>
          {words.trial} : {trial.title.charAt(0).toLowerCase() + trial.title.slice(1)}
        </b>{" "}
        <span class="num">{trial.cost_text}</span>{" "}
        <Explain of={words.cost} ask={() => Promise.resolve(trial.explained)} />{" "}
        {trial.ends_on && <span class="small soft">{words.ends(trial.ends_on.text)}</span>}
      </p>
      {trial.remarks.map((remark) => (
        <p key={remark} class="small">
          {remark}
        </p>
      ))}
    </div>
  );
}

interface AsideProps extends OpenPart {
  onTurn: (key: StepKey) => void;
}

export function InstalmentsAside({ loan, followed, part, onPart, onTurn }: AsideProps) {
  const { standing, running } = loan;
  return (
    <>
      {running && standing && standing.changes.length > 0 && (
        <Sheet title={words.change} note={words.changeNote}>
          <ul class="offers-of-change">
            {standing.changes.map(({ label, what, cost }) => (
              <li key={label} aria-current={part === CHANGE + label ? "true" : undefined}>
                <button type="button" onClick={() => onPart(CHANGE + label)}>
                  <span>
                    <b>{label}</b> {what}
                  </span>
                  <span class="num">{cost}</span>
                </button>
              </li>
            ))}
            <li>
              <button type="button" onClick={() => onPart(CHANGE)}>
                <span>
                  <b>{words.otherChange}</b> {words.otherChangeWhat}
                </span>
              </button>
            </li>
          </ul>
          <p class="counted">{words.nothingYet}</p>
        </Sheet>
      )}
      {running && (
        <Sheet
          title={words.points}
          actions={
            <button type="button" class="link" onClick={() => onTurn("points")}>
              {words.point}
            </button>
          }
        >
          <Dates lines={pointLines(followed)} />
        </Sheet>
      )}
    </>
  );
}
