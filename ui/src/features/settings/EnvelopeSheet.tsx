import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { useOpened } from "../../parts/opened.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

const blank = { amount: "", from: "", source: "" };

/** What the office set aside to guarantee loans; nothing while it guarantees none itself. */
export function EnvelopeSheet() {
  const { value: view, failure, set } = useAnswer("guarantee_envelope", {});
  const [opened, open] = useOpened("envelope", false);
  const names = useNames();
  const form = useForm({
    name: "envelope",
    recorded: blank,
    send: async ({ amount, from, source }) => {
      const version = { corrects: "", from, source, reason: "" };
      set(await call("set_guarantee_envelope", { version, fields: { amount } }));
      open(false);
    },
  });
  if (!view) return <Refused failure={failure} />;
  if (!view.used) return null;
  return (
    <Sheet
      title={words.envelope}
      note={view.source}
      actions={
        !opened && (
          <Button small onClick={() => open(true)}>
            {words.setEnvelope}
          </Button>
        )
      }
    >
      <div class="body stack">
        {view.warning && <Notice tone="due">{view.warning}</Notice>}
        {!view.amount && <p class="soft">{words.noEnvelope}</p>}
        <dl class="pairs">
          {view.amount && (
            <>
              <dt>{words.envelopeAmount}</dt>
              <dd>{view.amount.text}</dd>
            </>
          )}
          <dt>{words.committed}</dt>
          <dd>{view.committed.text}</dd>
          <dt>{words.called}</dt>
          <dd>{view.called.text}</dd>
          {view.left && (
            <>
              <dt>{words.left}</dt>
              <dd>
                <b>{view.left.text}</b>
              </dd>
            </>
          )}
          <dt>{words.pending}</dt>
          <dd>{view.pending.text}</dd>
        </dl>
        {view.rows.length > 0 && <h3>{words.behind}</h3>}
        <ul class="plain">
          {view.rows.map((row) => (
            <li key={row.dossier}>
              <a href={`#/dossiers/${row.dossier}/pret`}>{names.of(row.name)}</a>{" "}
              <span class="soft small">{row.reference}</span>
              <span class="block small">{row.working}</span>
            </li>
          ))}
        </ul>
        {opened && (
          <Form form={form} class="stack" label={words.setEnvelope}>
            <MoneyField label={words.envelopeAmount} {...form.tie("amount")} />
            <DateField label={words.fromDay} {...form.tie("from")} />
            <TextField label={words.resolution} {...form.tie("source")} />
            <p>
              <Button submit disabled={form.busy}>
                {words.setEnvelope}
              </Button>
            </p>
          </Form>
        )}
      </div>
    </Sheet>
  );
}
