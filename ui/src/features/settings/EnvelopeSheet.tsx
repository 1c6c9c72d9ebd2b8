import { useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { errorAt } from "../../ipc/forms.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, MoneyField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

const blank = { amount: "", from: "", source: "" };

/** What the office set aside to guarantee loans; nothing while it guarantees none itself. */
export function EnvelopeSheet() {
  const { value: view, failure, set } = useAnswer("guarantee_envelope", {});
  const [opened, open] = useState(false);
  const [typed, setTyped] = useState(blank);
  const names = useNames();
  const action = useAction(async () => {
    const { amount, from, source } = typed;
    const version = { corrects: "", from, source, reason: "" };
    set(await call("set_guarantee_envelope", { version, fields: { amount } }));
    setTyped(blank);
    open(false);
  });
  if (!view) return <Refused failure={failure} />;
  if (!view.used) return null;
  const tie = (field: keyof typeof blank) => ({
    name: field,
    value: typed[field],
    error: errorAt(action.failure, field),
    onInput: (text: string) => setTyped({ ...typed, [field]: text }),
  });
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
        <dl class="kv">
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
          <form
            class="stack"
            aria-label={words.setEnvelope}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              action.run();
            }}
          >
            <MoneyField label={words.envelopeAmount} {...tie("amount")} />
            <DateField label={words.envelopeFrom} {...tie("from")} />
            <TextField label={words.resolution} {...tie("source")} />
            <p>
              <Button submit disabled={action.busy}>
                {words.setEnvelope}
              </Button>
            </p>
            <Refused failure={action.failure?.field ? null : action.failure} />
          </form>
        )}
      </div>
    </Sheet>
  );
}
