// « Relevés »: the proof first, then what it proposes to the budget. Nothing is written before it is said.

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Answer, useAction, useAnswer, useLong } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { type ComingFiles, useFiles } from "../../ipc/dropped.ts";
import { addressOfRoom } from "../../ipc/rooms.ts";
import type { DossierView, StatementReading, StatementsRead } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { DropLine, DropZone } from "../../parts/DropZone.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { usePlace } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Patterns } from "./Patterns.tsx";
import { Months, ProofAside } from "./Proof.tsx";
import { ProposalAside, Proposals } from "./Proposals.tsx";
import { Typed } from "./Typed.tsx";
import * as words from "./words.ts";

export function Statements({ view }: { view: DossierView }) {
  const dossier = view.id;
  const answer = useAnswer("statement_reading", { dossier });
  const bringing = useBringing(dossier, answer);
  const writing = useWriting(dossier, answer);
  const closing = useAction(async () => answer.set(await call("close_statements", { dossier })));
  const [isProof, showProof] = useState(true);
  const reading = answer.value?.reading ?? null;
  const hasNone = reading === null;
  useEffect(() => {
    if (hasNone) showProof(true);
  }, [hasNone]);
  const forward = () => {
    if (!reading || writing.long.busy) return;
    if (isProof && reading.count > 0) showProof(false);
    else void writing.run();
  };
  useKeys({ "Ctrl+Enter": forward });
  const failures = (
    <>
      <Refused
        failure={
          answer.failure ??
          bringing.long.failure ??
          bringing.files.failure ??
          writing.long.failure ??
          closing.failure
        }
      />
      <Waits bringing={bringing} writing={writing} />
      {writing.unkept.map((why) => (
        <Notice key={why} tone="due">
          {why}
        </Notice>
      ))}
    </>
  );
  if (!answer.value) return failures;
  if (!reading) return <NothingRead read={answer.value} bringing={bringing} failures={failures} />;
  return (
    <div class="panes box statements">
      <section class="sheet column" aria-label={words.title} data-region>
        <Heading reading={reading} isProof={isProof} onProof={() => showProof(true)} />
        {failures}
        {isProof ? (
          <>
            <Months dossier={dossier} reading={reading} onChanged={answer.set} />
            <DropLine
              files={bringing.files}
              text={words.dropMore}
              over={words.dropStatements}
              button={words.chooseFiles}
              busy={bringing.long.busy}
            />
          </>
        ) : (
          <Proposals
            dossier={dossier}
            reading={reading}
            onChanged={answer.set}
            busy={writing.long.busy}
            onWrite={forward}
          />
        )}
      </section>
      <section class="stack" aria-label={words.aside} data-region>
        {isProof ? (
          <>
            <ProofAside reading={reading} />
            <div class="stack">
              <Button
                look="main"
                full
                disabled={writing.long.busy}
                shortcut={words.mainKey}
                onClick={forward}
              >
                {reading.count > 0 ? words.seeProposals(reading.count) : reading.write}
              </Button>
              <Button look="quiet" full disabled={closing.busy} onClick={() => void closing.run()}>
                {words.forget}
              </Button>
            </div>
          </>
        ) : (
          <ProposalAside reading={reading} />
        )}
      </section>
    </div>
  );
}

interface Bringing {
  files: ComingFiles;
  bring: (files: readonly string[], attachments?: readonly number[]) => void;
  long: ReturnType<typeof useLong<"bring_statements">>;
}

/** Files let go on the window, chosen, or kept in the dossier already. */
function useBringing(dossier: number, answer: Answer<StatementsRead>): Bringing {
  const long = useLong("bring_statements");
  const bring = async (files: readonly string[], attachments: readonly number[] = []) => {
    if (files.length + attachments.length === 0) return;
    const read = await long.run({ dossier, files: [...files], attachments: [...attachments] });
    if (read) answer.set(read);
  };
  const files = useFiles(bring);
  useKeys({ "Ctrl+o": files.choose });
  return { files, bring: (...given) => void bring(...given), long };
}

/** What was accepted is written, then the budget shows it. */
function useWriting(dossier: number, answer: Answer<StatementsRead>) {
  const place = usePlace();
  const long = useLong("write_statements");
  const [unkept, tellUnkept] = useState<readonly string[]>([]);
  const run = async () => {
    const written = await long.run({ dossier });
    if (!written) return;
    tellUnkept(written.unkept);
    if (written.unkept.length === 0) place.go(addressOfRoom(dossier, "budget"));
    else answer.reload();
  };
  return { long, unkept, run };
}

function Waits({ bringing, writing }: { bringing: Bringing; writing: ReturnType<typeof useWriting> }) {
  return (
    <>
      {bringing.long.isSlow && (
        <Progress text={words.readingStatements} step={bringing.long.step} onStop={bringing.long.stop} />
      )}
      {writing.long.isSlow && (
        <Progress text={words.writing} step={writing.long.step} onStop={writing.long.stop} />
      )}
    </>
  );
}

interface HeadingProps {
  reading: StatementReading;
  isProof: boolean;
  onProof: () => void;
}

function Heading({ reading, isProof, onProof }: HeadingProps) {
  return (
    <header>
      <h2 tabIndex={-1} data-arrival>
        {isProof ? reading.sentence : reading.decided}
      </h2>
      <p>{isProof ? reading.note : reading.proved && words.provedMonths(reading.proved)}</p>
      {!isProof && (
        <div class="actions">
          <Button small look="quiet" onClick={onProof}>
            {words.theProof}
          </Button>
        </div>
      )}
    </header>
  );
}

interface NothingReadProps {
  read: StatementsRead;
  bringing: Bringing;
  failures: ComponentChildren;
}

/** Before a reading: where files are let go, and what is typed by hand where nothing can be read. */
function NothingRead({ read, bringing, failures }: NothingReadProps) {
  const kept = read.kept.map(({ attachment }) => attachment);
  return (
    <div class="stack">
      <Sheet title={words.intro}>
        <div class="body">
          <DropZone
            files={bringing.files}
            text={words.dropHere}
            over={words.dropStatements}
            kinds={words.kinds}
            button={words.chooseFiles}
            busy={bringing.long.busy}
          >
            {kept.length > 0 && (
              <Button disabled={bringing.long.busy} onClick={() => bringing.bring([], kept)}>
                {words.readKept(kept.length)}
              </Button>
            )}
          </DropZone>
          {failures}
        </div>
      </Sheet>
      <Patterns />
      <Typed dossier={read.dossier} />
    </div>
  );
}
