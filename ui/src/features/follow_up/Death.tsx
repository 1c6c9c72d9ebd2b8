// A death: folded until it is noted, then what ends, what stays, what the heirs ask.

import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { FollowedView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

const blank = { on: "", insurance: "", note: "" };

interface DeathProps {
  dossier: number;
  view: FollowedView;
  onChanged: (view: FollowedView) => void;
  onWrite: () => void;
}

export function Death({ dossier, view, onChanged, onWrite }: DeathProps) {
  const [isOpen, open] = useState(false);
  const form = useForm({
    name: "death",
    dossier,
    recorded: blank,
    send: async (typed, close: string) => {
      onChanged(await call("note_death", { dossier, ...typed, close }));
      open(false);
    },
  });
  const { death } = view;
  if (!death && !isOpen) {
    return (
      <p>
        <Button look="quiet" onClick={() => open(true)}>
          {words.openDeath}
        </Button>
      </p>
    );
  }
  return (
    <Sheet title={words.death} note={death?.sentence ?? words.deathIntro}>
      <div class="body stack">
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
              <Button small sign="print" onClick={onWrite}>
                {words.heirsSheet}
              </Button>
            </p>
          </>
        )}
        {!death?.closed && (
          <Form form={form} class="stack">
            <DateField label={words.on} optional hint={words.orToday} {...form.tie("on")} />
            <TextField label={words.insurance} optional {...form.tie("insurance")} />
            <TextField label={words.said} optional {...form.tie("note")} />
            <p class="row">
              <Button onClick={() => form.run("")} disabled={form.busy}>
                {death ? words.noteInsurance : words.noteDeath}
              </Button>
              <Button onClick={() => form.run("yes")} disabled={form.busy}>
                {death ? words.closeAfterDeath : words.closeDeath}
              </Button>
              {!death && (
                <Button look="quiet" onClick={() => open(false)}>
                  {words.close}
                </Button>
              )}
            </p>
          </Form>
        )}
      </div>
    </Sheet>
  );
}
