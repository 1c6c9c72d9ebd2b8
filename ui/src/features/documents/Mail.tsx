// The draft of an e-mail with the paper: the password of its copy, shown once, and the note that it was told.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { usePaperMail } from "../../ipc/paper_out.ts";
import type { OnePaper, PaperMailed } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import * as words from "./words.ts";

export function Mail({ of, dossier }: { of: OnePaper; dossier: number }) {
  const { run, mailing, mailed } = usePaperMail(of);
  return (
    <Sheet title={words.byMail}>
      <div class="body">
        <Button sign="envelope" disabled={mailing.busy} onClick={run}>
          {words.writeMail}
        </Button>
        <p class="rule-source">{words.mailHint}</p>
        {mailing.isSlow && <Progress text={words.writingMail} step={mailing.step} onStop={mailing.stop} />}
        <div role="status">
          {mailed && <Mailed key={mailed.password} mailed={mailed} dossier={dossier} />}
        </div>
        <Refused failure={mailing.failure} />
      </div>
    </Sheet>
  );
}

/** What was opened, and what opens it. */
function Mailed({ mailed, dossier }: { mailed: PaperMailed; dossier: number }) {
  const [isNoted, setNoted] = useState(false);
  const noting = useAction(async () => {
    const form = { held_on: "", kind: "email", minutes: "", note: words.passwordTold(mailed.title) };
    await call("note_interview", { dossier, form, next: { on: "", what: "" } });
    setNoted(true);
  });
  return (
    <Notice tone="ok">
      <span class="block">{mailed.sentence}</span>
      {mailed.password && (
        <>
          <span class="block">{words.itsPassword}</span>
          <b class="block">{mailed.password}</b>
          {isNoted ? (
            <span class="block">{words.passwordNoted}</span>
          ) : (
            <Button small disabled={noting.busy} onClick={() => void noting.run()}>
              {words.toldByPhone}
            </Button>
          )}
        </>
      )}
      <Refused failure={noting.failure} />
    </Notice>
  );
}
