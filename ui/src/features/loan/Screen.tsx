// The loan on one page: its steps are lines, the one of the moment is open, another opens on a click and closes the
// first; what its dates and figures say stands at the side.

import { useEffect, useRef, useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import type {
  DossierView,
  EndingView,
  FollowedView,
  LoanRoomView,
  LoanSteps,
  Overview,
} from "../../ipc/types.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useNames, withoutName } from "../../parts/names.ts";
import { focusField, usePlace } from "../../parts/place.ts";
import { ArrearsAside, ArrearsStep } from "./Arrears.tsx";
import { ContractAside, ContractStep, useContract } from "./Contract.tsx";
import { EndAside, EndStep } from "./End.tsx";
import { InstalmentsAside, InstalmentsStep } from "./Instalments.tsx";
import { Letter } from "./Letter.tsx";
import { type StepKey, stepAsked } from "./logic.ts";
import { PointsAside, PointsStep } from "./Points.tsx";
import * as words from "./words.ts";

export function Loan({ view: { id } }: { view: DossierView }) {
  const about = { dossier: id };
  const page = useAnswer("overview", about);
  const life = useAnswer("loan_steps", about);
  const loan = useAnswer("loan", about);
  const followed = useAnswer("follow_up_room", about);
  const ending = useAnswer("ending_room", about);
  const [paper, write] = useState<string | null>(null);
  const failure = page.failure ?? life.failure ?? loan.failure ?? followed.failure ?? ending.failure;
  if (!page.value || !life.value || !loan.value || !followed.value || !ending.value) {
    return <Refused failure={failure} />;
  }
  if (!loan.value.standing && !life.value.granted) {
    return (
      <Empty title={words.title} text={loan.value.closed}>
        <a class="button" href={`#/dossiers/${id}/decisions`}>
          {words.openDecisions}
        </a>
      </Empty>
    );
  }
  if (paper !== null) {
    return <Letter dossier={id} paper={paper} onOut={followed.reload} onClose={() => write(null)} />;
  }
  return (
    <>
      <Refused failure={failure} />
      <Page
        dossier={id}
        page={page.value}
        life={life.value}
        loan={loan.value}
        followed={followed.value}
        ending={ending.value}
        onLoan={loan.set}
        onFollowed={followed.set}
        onEnding={ending.set}
        onWrite={write}
      />
    </>
  );
}

/** What every step and every side is drawn from. */
export interface PartProps {
  dossier: number;
  page: Overview;
  life: LoanSteps;
  loan: LoanRoomView;
  followed: FollowedView;
  ending: EndingView;
  onLoan: (view: LoanRoomView) => void;
  onFollowed: (view: FollowedView) => void;
  onEnding: (view: EndingView) => void;
  /** Opens a paper in place of the page; what is typed is found again as a draft. */
  onWrite: (paper: string) => void;
}

function Page(props: PartProps) {
  const { page, life } = props;
  const names = useNames();
  const place = usePlace();
  const [word] = useState(place.word);
  const [open, setOpen] = useState<StepKey>(() => stepAsked(place.address, word, life));
  const [part, choose] = useState("");
  const around = useRef<HTMLDivElement>(null);
  const contract = useContract(props.dossier);
  const shown = life.steps.some(({ key }) => key === open) ? open : life.current;
  const now = useRef(life.current);
  // What was noted may bring another step of the moment: it opens.
  useEffect(() => {
    if (now.current !== life.current) turn(life.current);
    now.current = life.current;
  }, [life.current]);
  const turn = (key: StepKey) => {
    choose("");
    setOpen(key);
  };
  // Another address of the room, with the word one comes with, leads to its step.
  const address = useRef(place.address);
  useEffect(() => {
    if (address.current !== place.address) turn(stepAsked(place.address, place.word(), life));
    address.current = place.address;
  }, [place.address]);
  useEffect(() => {
    focusField(around.current, word ?? null);
  }, []);
  const plain = (text: string) => withoutName(text, page, names);
  const parts = { ...props, part, onPart: choose };
  return (
    <div class="panes loan" ref={around}>
      <section aria-label={words.left} data-region>
        <section class={page.late ? "sheet now late" : "sheet now"} aria-labelledby="where">
          <div class="it">
            <h2 class="where" id="where" tabIndex={-1}>
              {plain(page.sentence)}
            </h2>
            {page.more && <p class="soft">{plain(page.more)}</p>}
          </div>
        </section>
        <div class="sheet">
          <ol class="life">
            {life.steps.map((step) => {
              const isOpen = step.key === shown;
              const said = names.areHidden && words.isQuote(step.sentence) ? "" : step.sentence;
              const line = (
                <>
                  <Sign state={step.state} isOpen={isOpen} />
                  <b>{step.title}</b> <span class="said">{plain(said)}</span>{" "}
                  <span class="when">{step.when}</span>
                </>
              );
              return (
                <li
                  key={step.key}
                  class={[isOpen && "open", step.state === "late" && "late", step.state === "coming" && "to"]
                    .filter(Boolean)
                    .join(" ")}
                  aria-current={isOpen ? "step" : undefined}
                >
                  {isOpen ? (
                    <div class="line">{line}</div>
                  ) : (
                    <button type="button" class="line" onClick={() => turn(step.key)}>
                      {line}
                    </button>
                  )}
                  {isOpen && (
                    <div class="inside">
                      {shown === "contract" && <ContractStep {...props} contract={contract} />}
                      {shown === "instalments" && (
                        <InstalmentsStep {...parts} says={word === "missed" ? word : null} />
                      )}
                      {shown === "arrears" && <ArrearsStep {...parts} />}
                      {shown === "points" && <PointsStep {...parts} />}
                      {shown === "end" && <EndStep {...parts} />}
                    </div>
                  )}
                </li>
              );
            })}
          </ol>
        </div>
      </section>
      <section aria-label={words.right} data-region>
        {shown === "contract" && <ContractAside {...props} contract={contract} />}
        {shown === "instalments" && <InstalmentsAside {...parts} onTurn={turn} />}
        {shown === "arrears" && <ArrearsAside {...parts} />}
        {shown === "points" && <PointsAside {...parts} />}
        {shown === "end" && <EndAside {...parts} />}
      </section>
    </div>
  );
}

/** The part of a step that is open, and what opens another. */
export interface OpenPart extends PartProps {
  part: string;
  onPart: (part: string) => void;
}

function Sign({ state, isOpen }: { state: LoanSteps["steps"][number]["state"]; isOpen: boolean }) {
  if (state === "late") return <Icon name="late" label={words.stepLate} />;
  if (isOpen || state === "current") return <span class="dot" />;
  return state === "done" ? <Icon name="check" label={words.stepDone} /> : <Icon name="missing" />;
}
