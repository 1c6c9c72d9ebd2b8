// The account the refund is paid to: its key is checked, its holder compared with the person.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { errorAt } from "../../ipc/forms.ts";
import type { EndingView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
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
  const [form, setForm] = useState({ iban: "", holder: "" });
  const keeping = useAction(async () => {
    onChanged(await call("receive_bank_details", { dossier: view.dossier, on: "", ...form }));
    setForm({ iban: "", holder: "" });
  });
  const tie = (name: keyof typeof form) => ({
    name,
    value: form[name],
    error: errorAt(keeping.failure, name),
    onInput: (text: string) => {
      keeping.clear();
      setForm({ ...form, [name]: text });
    },
  });
  const held = view.bank_details;
  const isAtField = keeping.failure?.field != null && keeping.failure.field in form;
  return (
    <Sheet title={words.account} note={words.accountNote}>
      <form
        class="body"
        noValidate
        aria-label={words.account}
        onSubmit={(event) => {
          event.preventDefault();
          void keeping.run();
        }}
      >
        {held !== null && !names.areHidden && (
          <p>
            <b class="nb">{held.iban}</b>
            <span class="sub block">{held.holder}</span>
          </p>
        )}
        {held?.warning && <Notice tone="due" title={names.areHidden ? words.holder : held.warning} />}
        <div class="form">
          <TextField label={words.iban} {...tie("iban")} />
          <TextField label={words.holder} {...tie("holder")} />
        </div>
        <div class="row">
          <Button submit small disabled={keeping.busy}>
            {words.keepAccount}
          </Button>
        </div>
        <Refused failure={isAtField ? null : keeping.failure} />
      </form>
    </Sheet>
  );
}
