// A death: what ends, what stays, what the heirs ask.

import { Fragment } from "preact";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import type { OpenPart } from "./Screen.tsx";
import * as words from "./words.ts";

const blank = { on: "", insurance: "", note: "" };

export function Death({ dossier, followed, onFollowed, onWrite, onPart }: OpenPart) {
  const { death } = followed;
  const form = useForm({
    name: "death",
    dossier,
    recorded: blank,
    send: async (typed, close: string) => {
      onFollowed(await call("note_death", { dossier, ...typed, close }));
      onPart("");
    },
  });
  return (
    <>
      <p>
        <b>{words.death}</b> {death?.sentence ?? words.deathIntro}
      </p>
      {death && (
        <ul class="plain">
          {death.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {death && death.heirs.length > 0 && (
        <>
          <h3>{words.heirs}</h3>
          <dl class="pairs">
            {death.heirs.map(([label, value]) => (
              <Fragment key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
          </dl>
          <p>
            <Button small sign="print" onClick={() => onWrite("heirs_sheet")}>
              {words.heirsSheet}
            </Button>
          </p>
        </>
      )}
      {!death?.closed && (
        <Form form={form} class="stack" label={words.death}>
          <div class="asked">
            <DateField label={words.on} hint={words.orToday} {...form.tie("on", "date")} />
            <TextField label={words.insurance} {...form.tie("insurance")} />
          </div>
          <div class="asked whole">
            <TextField label={words.said} {...form.tie("note")} />
          </div>
          <div class="ends">
            {!death && (
              <Button look="quiet" onClick={() => onPart("")}>
                {words.close}
              </Button>
            )}
            <Button onClick={() => form.run("yes")} disabled={form.busy}>
              {death ? words.closeAfterDeath : words.closeDeath}
            </Button>
            <Button look="main" onClick={() => form.run("")} disabled={form.busy}>
              {death ? words.noteInsurance : words.noteDeath}
            </Button>
          </div>
        </Form>
      )}
    </>
  );
}
