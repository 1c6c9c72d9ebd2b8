// The office's own register taken over: a file, its columns, its lines, then all of it or nothing.

import { useEffect, useRef, useState } from "preact/hooks";
import { useAction, useAnswer, useLong } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useFiles } from "../../ipc/dropped.ts";
import type { RegisterImportView, RegisterStanding, RegisterTaken, RegisterView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { DropZone } from "../../parts/DropZone.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { useArrival, usePlace, useTitle } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Columns } from "./Columns.tsx";
import { Lines } from "./Lines.tsx";
import { firstStep, type StepKey } from "./logic.ts";
import * as words from "./words.ts";

export function Register({ title }: { title: string }) {
  const standing = useAnswer("register", {}, (by) => by === "undo" || by === "redo");
  const [view, setView] = useState<RegisterView | null>(null);
  const [step, setStep] = useState<StepKey>("lines");
  const [taken, setTaken] = useState<RegisterTaken | null>(null);
  const { say } = usePlace();
  useTitle(words.takeRegister);
  useArrival(standing.value !== null);
  // What was being read before another screen was shown is still there.
  const chosen = standing.value?.chosen;
  const isShown = useRef(false);
  useEffect(() => {
    if (!chosen || isShown.current) return;
    isShown.current = true;
    setView(chosen);
    setStep(firstStep(chosen));
  }, [chosen]);
  const show = (opened: RegisterView) => {
    isShown.current = true;
    setTaken(null);
    setView(opened);
    setStep(firstStep(opened));
  };
  const closing = useAction(async () => {
    standing.set(await call("close_register", {}));
    setView(null);
  });
  const undoing = useAction(async (number: number) => {
    const undone = await call("undo_register", { import: number });
    say(undone.sentence);
    setTaken(null);
    standing.set(await call("register", {}));
  });
  const closingRepaid = useAction(async (number: number) => {
    const closed = await call("close_repaid_loans", { import: number });
    say(closed.sentence);
    standing.set(closed.standing);
  });
  const done = async (result: RegisterTaken) => {
    setTaken(result);
    setView(null);
    standing.set(await call("register", {}));
  };
  if (!standing.value) return <Refused failure={standing.failure} />;
  const at = view === null ? 0 : step === "columns" ? 1 : 2;
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p>{words.intro}</p>
        </div>
        {view && (
          <div class="actions">
            <Button sign="paper" disabled={closing.busy} onClick={() => void closing.run()}>
              {words.otherFile}
            </Button>
            <Button disabled={closing.busy} onClick={() => void closing.run()}>
              {words.giveUp}
            </Button>
          </div>
        )}
      </div>
      <ol class="steps" aria-label={words.stepsLabel}>
        {words.steps.map((name, place) => (
          <li key={name} aria-current={place === at && !taken ? "step" : undefined}>
            {(place < at || taken) && <Icon name="check" label={words.stepDone} />} {name}
          </li>
        ))}
      </ol>
      <Refused failure={closing.failure ?? undoing.failure ?? closingRepaid.failure} />
      {taken && (
        <div class="gap-under">
          <Notice
            tone="ok"
            title={taken.sentence}
            actions={
              <Button
                small
                sign="undo"
                disabled={undoing.busy}
                onClick={() => void undoing.run(taken.import)}
              >
                {words.undoAll}
              </Button>
            }
          >
            <a href="#/dossiers">{words.see}</a>
            {taken.left_out > 0 && `, ${words.leftOut(taken.left_out)}`}
            <RepaidLoans
              of={standing.value.imports.find((one) => one.import === taken.import)}
              busy={closingRepaid.busy}
              onClose={(number) => void closingRepaid.run(number)}
            />
          </Notice>
        </div>
      )}
      {view === null && <FileStep onOpened={show} />}
      {view && step === "columns" && (
        <Columns view={view} onChanged={setView} onLines={() => setStep("lines")} />
      )}
      {view && step === "lines" && (
        <Lines view={view} onChanged={setView} onColumns={() => setStep("columns")} onTaken={done} />
      )}
      {view === null && (
        <Past
          standing={standing.value}
          shown={taken?.import ?? null}
          busy={undoing.busy || closingRepaid.busy}
          onUndo={(number) => void undoing.run(number)}
          onClose={(number) => void closingRepaid.run(number)}
        />
      )}
    </>
  );
}

function FileStep({ onOpened }: { onOpened: (view: RegisterView) => void }) {
  const opening = useLong("open_register");
  const open = async (handles: readonly string[]) => {
    const [file] = handles;
    if (file === undefined) return;
    const view = await opening.run({ file, mapping: null });
    if (view) onOpened(view);
  };
  const files = useFiles(open);
  useKeys({ "Ctrl+o": files.choose });
  return (
    <Sheet title={words.fileTitle}>
      <div class="body">
        <DropZone
          files={files}
          text={words.dropHere}
          over={words.dropNow}
          kinds={words.kinds}
          button={words.choose}
          busy={opening.busy}
        />
        {opening.isSlow && (
          <Progress text={words.readingRegister} step={opening.step} onStop={opening.stop} />
        )}
        <Refused failure={opening.failure ?? files.failure} />
      </div>
    </Sheet>
  );
}

interface PastProps {
  standing: RegisterStanding;
  /** The one whose own notice offers to undo it. */
  shown: number | null;
  busy: boolean;
  onUndo: (number: number) => void;
  onClose: (number: number) => void;
}

/** What was taken over before, each with what undoes it. */
function Past({ standing, shown, busy, onUndo, onClose }: PastProps) {
  const imports = standing.imports.filter((one) => one.import !== shown);
  if (imports.length === 0) return null;
  return (
    <div class="gap">
      <Sheet title={words.past}>
        <ul class="plain body">
          {imports.map((one) => (
            <li key={one.import} class="row middle">
              <span class="grow">
                {one.sentence}
                {one.changed_since.length > 0 && <span class="sub">{words.keeps(one.changed_since)}</span>}
                <RepaidLoans of={one} busy={busy} onClose={onClose} />
              </span>
              {one.can_undo && (
                <Button small sign="undo" disabled={busy} onClick={() => onUndo(one.import)}>
                  {words.undoAll}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Sheet>
    </div>
  );
}

interface RepaidLoansProps {
  of: RegisterImportView | undefined;
  busy: boolean;
  onClose: (number: number) => void;
}

/** The loans a register says repaid, closed together. */
function RepaidLoans({ of, busy, onClose }: RepaidLoansProps) {
  if (!of || of.repaid === "") return null;
  return (
    <p>
      {of.repaid}{" "}
      <Button small disabled={busy} onClick={() => onClose(of.import)}>
        {words.closeTogether}
      </Button>
    </p>
  );
}
