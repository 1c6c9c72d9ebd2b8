import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { theOfficeIsAnother } from "../../ipc/news.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import * as words from "./words.ts";

/** The way out of a demonstration; a real office never shows it. */
export function DemoSheet() {
  const { value: status } = useAnswer("status", {}, () => false);
  const leaving = useAction(async () => {
    await call("leave_demo", {});
    theOfficeIsAnother(null);
  });
  if (!status?.is_demo) return null;
  return (
    <div class="gap-under">
      <Sheet title={words.demo} note={words.demoNote}>
        <div class="body">
          <p id="leaving">{words.leaveDemoMeans}</p>
          <div class="row small-gap">
            <Button onClick={leaving.run} disabled={leaving.busy} describedBy="leaving">
              {leaving.busy ? words.leaving : words.leaveDemo}
            </Button>
          </div>
          <Refused failure={leaving.failure} />
        </div>
      </Sheet>
    </div>
  );
}
