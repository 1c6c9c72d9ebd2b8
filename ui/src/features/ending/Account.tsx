// The account the refund is paid to: its key is checked, its holder compared with the person.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { EndingView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface AccountProps {
  view: EndingView;
  onChanged: (view: EndingView) => void;
}

export function Account({ view, onChanged }: AccountProps) {
  const names = useNames();
  const form = useForm({
    name: "bank_details",
    dossier: view.dossier,
    recorded: { iban: "", holder: "" },
    send: async (typed) =>
      onChanged(await call("receive_bank_details", { dossier: view.dossier, on: "", ...typed })),
  });
  const held = view.bank_details;
  return (
    <Sheet title={words.account} note={words.accountNote}>
      <Form form={form} class="body" label={words.account}>
        {held !== null && !names.areHidden && (
          <p>
            <b class="unbroken">{held.iban}</b>
            <span class="sub block">{held.holder}</span>
          </p>
        )}
        {held?.warning && <Notice tone="due" title={names.areHidden ? words.holder : held.warning} />}
        <div class="form">
          <TextField label={words.iban} {...form.tie("iban")} />
          <TextField label={words.holder} {...form.tie("holder")} />
        </div>
        <div class="row">
          <Button submit small disabled={form.busy}>
            {words.keepAccount}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
