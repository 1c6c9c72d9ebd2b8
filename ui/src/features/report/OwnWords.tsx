import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { OnePaper } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextArea } from "../../parts/TextArea.tsx";
import * as words from "./words.ts";

/** The adviser's own words on a paper: kept, then printed as typed. */
export function OwnWords({ of }: { of: OnePaper }) {
  const asked = { paper: of.paper, from: of.from ?? "", to: of.to ?? "" };
  const { value: view, failure, set } = useAnswer("report_words", asked);
  const form = useForm({
    name: `report_words:${Object.values(asked).join(":")}`,
    recorded: { text: view?.text ?? "" },
    send: async ({ text }) => set(await call("set_report_words", { ...asked, text })),
  });
  if (!view) return <Refused failure={failure} />;
  return (
    <Sheet title={view.label}>
      <Form form={form}>
        <TextArea label={view.label} hint={view.hint} {...form.tie("text")} />
        <p>
          <Button submit small disabled={form.busy || form.isBlank}>
            {words.out.keepWords}
          </Button>
        </p>
      </Form>
    </Sheet>
  );
}
