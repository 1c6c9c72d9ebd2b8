import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

const blank = {
  funder: "",
  amount: "",
  assessed_target: "",
  granted_target: "",
};

/** What a funder gives, and what was agreed with it. */
export function Funding() {
  const { value: view, failure, set } = useAnswer("funding", {});
  const [opened, open] = useState(false);
  if (!view) return <Refused failure={failure} />;
  const [current] = view.versions;
  return (
    <Sheet
      title={words.funding.title}
      note={current?.version.source}
      actions={
        !opened && (
          <Button small onClick={() => open(true)}>
            {words.funding.change}
          </Button>
        )
      }
    >
      <div class="body stack">
        {!current && <p class="soft">{words.funding.none}</p>}
        {current && (
          <dl class="pairs">
            {current.clauses.map(({ label, text }) => (
              <Fragment key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </Fragment>
            ))}
          </dl>
        )}
        {opened && (
          <Changing
            from={current?.fields ?? blank}
            onKept={(kept) => {
              set(kept);
              open(false);
            }}
          />
        )}
      </div>
    </Sheet>
  );
}

type Kept = Awaited<ReturnType<typeof call<"set_funding">>>;

function Changing({ from, onKept }: { from: typeof blank; onKept: (kept: Kept) => void }) {
  const form = useForm({
    name: "funding",
    recorded: { ...from, from: "", source: "" },
    send: async ({ from, source, ...fields }) =>
      onKept(await call("set_funding", { version: { corrects: "", from, source, reason: "" }, fields })),
  });
  const { tie } = form;
  return (
    <Form form={form} class="stack" label={words.funding.change}>
      <TextField label={words.funding.funder} {...tie("funder")} />
      <MoneyField label={words.funding.amount} {...tie("amount")} />
      <TextField
        label={words.funding.assessedTarget}
        optional
        inputMode="numeric"
        {...tie("assessed_target")}
      />
      <TextField
        label={words.funding.grantedTarget}
        optional
        inputMode="numeric"
        {...tie("granted_target")}
      />
      <DateField label={words.funding.from} {...tie("from")} />
      <TextField label={words.funding.source} hint={words.funding.sourceHint} {...tie("source")} />
      <p>
        <Button submit disabled={form.busy}>
          {words.funding.keep}
        </Button>
      </p>
    </Form>
  );
}
