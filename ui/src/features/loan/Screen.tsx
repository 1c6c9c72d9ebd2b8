import { useEffect, useRef, useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { useLineDraft } from "../../ipc/lines.ts";
import { addressOfRoom } from "../../ipc/rooms.ts";
import type { DossierView, LoanRoomView, LoanStanding, TrialView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Explain } from "../../parts/Explained.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { focusField, usePlace } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Change } from "./Change.tsx";
import { Contract, Versions } from "./Contract.tsx";
import { Declare } from "./Declare.tsx";
import { Early } from "./Early.tsx";
import { blankChange, type ChangeTexts, canTry, formOf } from "./logic.ts";
import { Schedule } from "./Schedule.tsx";
import { Settle } from "./Settle.tsx";
import * as words from "./words.ts";

export function Loan({ view: { id } }: { view: DossierView }) {
  const { value, failure, set } = useAnswer("loan", { dossier: id });
  const place = usePlace();
  const [word] = useState(place.word);
  if (!value) return <Refused failure={failure} />;
  const { standing } = value;
  if (!standing) {
    return (
      <Empty title={words.title} text={value.closed}>
        <a class="button" href={`#/dossiers/${id}/decisions`}>
          {words.openDecisions}
        </a>
      </Empty>
    );
  }
  return (
    <>
      <Refused failure={failure} />
      <Signed dossier={id} view={value} standing={standing} says={word ?? null} onChanged={set} />
    </>
  );
}

interface SignedProps {
  dossier: number;
  view: LoanRoomView;
  standing: LoanStanding;
  /** What one came to say of an instalment. */
  says: string | null;
  onChanged: (view: LoanRoomView) => void;
}

function Signed({ dossier, view, standing, says, onChanged }: SignedProps) {
  const [typed, setTyped] = useState<ChangeTexts | null>(null);
  const opener = useRef<HTMLSpanElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const aside = useRef<HTMLDivElement>(null);
  const draft = useLineDraft(dossier, "amendment", blankChange, true, () => setTyped(blankChange));
  const [toSay, setToSay] = useState(says);
  useEffect(() => {
    if (says === null || !focusField(aside.current, "from")) return;
    document.activeElement?.closest("section")?.scrollIntoView({ block: "nearest" });
  }, []);
  const asked = typed && canTry(typed) ? { dossier, form: formOf(typed) } : null;
  const tried = useAnswer("try_amendment", asked);
  const trial = asked && !tried.failure ? tried.value : null;
  const open = () => setTyped(blankChange);
  useKeys({ "Alt+n": () => view.running && open() });
  const close = () => {
    draft.settle();
    setTyped(null);
    // The button that opens comes back once the page is drawn without the form.
    setTimeout(() => {
      const next = opener.current?.querySelector("button") ?? page.current?.querySelector("h2");
      next?.focus();
    });
  };
  const declared = (next: LoanRoomView) => {
    setToSay(null);
    onChanged(next);
    // The form starts again on what is left to declare.
    setTimeout(() => {
      if (focusField(aside.current, "from")) return;
      aside.current?.querySelector<HTMLElement>(".sheet:last-child h2")?.focus();
    });
  };
  return (
    <div class="columns wide-side" ref={page}>
      <div class="stack">
        {standing.stopped && <Notice tone="due">{standing.stopped}</Notice>}
        <Sheet title={words.schedule} note={standing.each_month}>
          {trial && <Trial trial={trial} />}
          <Schedule {...shown(standing, trial)} />
          <Today dossier={dossier} standing={standing} />
        </Sheet>
        <Sheet
          title={words.change}
          note={words.changeNote}
          actions={
            view.running &&
            typed === null && (
              <span ref={opener}>
                <Button small onClick={open}>
                  {words.startChange}
                </Button>
              </span>
            )
          }
        >
          {typed !== null && (
            <Change
              dossier={dossier}
              standing={standing}
              refused={asked ? tried.failure : null}
              onTyped={setTyped}
              onDone={(next) => {
                close();
                onChanged(next);
              }}
              onClose={close}
            />
          )}
          <div class="body">
            {!view.running && <p class="soft">{words.notRunning}</p>}
            {standing.deferrals && <p class="rule-source">{standing.deferrals}</p>}
          </div>
        </Sheet>
        {view.running && <Early dossier={dossier} standing={standing} onDone={onChanged} />}
      </div>
      <div class="stack" ref={aside}>
        <Contract standing={standing} />
        <Versions standing={standing} />
        {view.running && (
          <Declare
            key={standing.declarable[0]?.number}
            dossier={dossier}
            standing={standing}
            says={toSay}
            onDone={declared}
          />
        )}
        {standing.can_settle && <Settle dossier={dossier} onDone={onChanged} />}
      </div>
    </div>
  );
}

/** The schedule in force beside a change on trial, else beside the contract's, else alone. */
function shown(standing: LoanStanding, trial: TrialView | null) {
  const count = standing.versions.length;
  if (trial) {
    return {
      rows: trial.rows,
      versions: {
        before: count > 1 ? words.inForce(count) : words.contractVersion,
        now: words.onTrial(count + 1),
      },
      totals: { before: trial.total_before.text, now: trial.total_after.text },
    };
  }
  return {
    rows: standing.rows,
    versions: count > 1 ? { before: words.contractVersion, now: words.inForce(count) } : null,
    totals: { before: standing.total_signed.text, now: standing.total_now.text },
  };
}

function Trial({ trial }: { trial: TrialView }) {
  return (
    <div class="body trial" role="status">
      <p>
        <b>{words.trial(trial.title)}</b> <span class="num">{trial.cost_text}</span>{" "}
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

function Today({ dossier, standing }: { dossier: number; standing: LoanStanding }) {
  const due = standing.still_due;
  return (
    <div class="body">
      <p>
        {standing.missed ? (
          <>
            <State meaning="late">{standing.known}</State>{" "}
            <a href={`#${addressOfRoom(dossier, "follow_up")}`}>{words.whatToDo}</a>
          </>
        ) : (
          <span class="soft">{standing.known}</span>
        )}
      </p>
      {due && (
        <dl class="pairs">
          <dt>{words.stillDue}</dt>
          <dd>
            <b>{due.principal.text}</b>{" "}
            <Explain of={words.stillDue} ask={() => Promise.resolve(due.explained)} />
            {due.late && <span class="small soft block">{due.late}</span>}
          </dd>
          <dt>{words.interestPaid}</dt>
          <dd>{due.interest_paid.text}</dd>
        </dl>
      )}
      <p class="rule-source">{due?.late ? words.sinceMissed : words.ifPaid}</p>
    </div>
  );
}
