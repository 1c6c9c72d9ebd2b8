import { useEffect, useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { errorAt } from "../../ipc/forms.ts";
import type { OnePaper } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextArea } from "../../parts/TextArea.tsx";
import * as words from "./words.ts";

/** The adviser's own words on a paper: kept, then printed as typed. */
export function OwnWords({ of }: { of: OnePaper }) {
  const asked = { paper: of.paper, from: of.from ?? "", to: of.to ?? "" };
  const { value: view, failure, set } = useAnswer("report_words", asked);
  const [text, setText] = useState("");
  useEffect(() => setText(view?.text ?? ""), [view]);
  const keeping = useAction(async () => {
    set(await call("set_report_words", { ...asked, text }));
  });
  if (!view) return <Refused failure={failure} />;
  return (
    <Sheet title={view.label}>
      <form
        class="body stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void keeping.run();
        }}
      >
        <TextArea
          label={view.label}
          name="text"
          hint={view.hint}
          value={text}
          error={errorAt(keeping.failure, "text")}
          onInput={setText}
        />
        <p>
          <Button submit small disabled={keeping.busy || text === view.text}>
            {words.out.keepWords}
          </Button>
        </p>
        <Refused failure={keeping.failure?.field === "text" ? null : keeping.failure} />
      </form>
    </Sheet>
  );
}
