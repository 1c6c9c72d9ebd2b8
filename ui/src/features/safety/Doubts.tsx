// What goes further than the office: an old file was put back. Answered here, in one press.

import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { theOfficeIsAnother } from "../../ipc/news.ts";
import type { CopiesView, DoubtView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import * as all from "./words.ts";

const words = all.doubts;

interface DoubtsProps {
  doubts: readonly DoubtView[];
  onAnswered: (view: CopiesView) => void;
}

export function Doubts({ doubts, onAnswered }: DoubtsProps) {
  const answering = useAction(async () => {
    onAnswered(await call("answer_doubts", {}));
    document.querySelector<HTMLElement>("h1")?.focus();
  });
  const bringing = useAction(async (name: string) => {
    await call("bring_back_state", { name });
    theOfficeIsAnother(null);
  });
  const busy = answering.busy || bringing.busy;
  return (
    <>
      {doubts.map(({ sentence, remedy, state }) => (
        <div class="gap-under" key={sentence}>
          <Notice
            tone="late"
            title={sentence}
            actions={
              <>
                {state !== null && (
                  <Button small look="main" disabled={busy} onClick={() => void bringing.run(state)}>
                    {words.bringBack}
                  </Button>
                )}
                <Button small disabled={busy} onClick={() => void answering.run()}>
                  {words.keep}
                </Button>
              </>
            }
          >
            {remedy}
          </Notice>
        </div>
      ))}
      <Refused failure={answering.failure ?? bringing.failure} />
    </>
  );
}
