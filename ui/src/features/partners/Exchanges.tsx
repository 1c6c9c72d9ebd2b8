// What was said and done with a partner, the latest first, and the form that notes it.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { Choice, ExchangeForm, ExchangeView, PartnersView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { TypedForm } from "./TypedForm.tsx";
import * as words from "./words.ts";

interface Partner {
  lender: string;
  referrer: number | null;
}

interface ExchangesProps {
  title: string;
  nothing: string;
  exchanges: readonly ExchangeView[];
  kinds: readonly Choice[];
  partner: Partner;
  onChanged: (view: PartnersView) => void;
}

export function Exchanges({ title, nothing, exchanges, kinds, partner, onChanged }: ExchangesProps) {
  const [opened, open] = useState<number | "new" | null>(null);
  const remove = useAction(async (exchange: number) =>
    onChanged(await call("remove_exchange", { exchange })),
  );
  const changed = (view: PartnersView) => {
    onChanged(view);
    open(null);
  };
  return (
    <Sheet
      title={title}
      actions={
        opened === null && (
          <Button small sign="plus" onClick={() => open("new")}>
            {words.noteExchange}
          </Button>
        )
      }
    >
      {opened === "new" && (
        <Noting
          draft={`exchange:${partner.lender || partner.referrer}`}
          start={{ ...blank, kind: kinds[0]?.key ?? "" }}
          kinds={kinds}
          send={(form) => call("note_exchange", { ...partner, form })}
          onChanged={changed}
          onClose={() => open(null)}
        />
      )}
      {exchanges.length === 0 && opened === null && <p class="body soft">{nothing}</p>}
      <ul class="versions">
        {exchanges.map((one) => (
          <li key={one.id}>
            {opened === one.id ? (
              <Noting
                draft={`exchange:number:${one.id}`}
                start={one.form}
                kinds={kinds}
                send={(form) => call("change_exchange", { exchange: one.id, form })}
                onChanged={changed}
                onClose={() => open(null)}
              />
            ) : (
              <div class="row between">
                <div>
                  <b>{one.heading}</b>
                  <span class="sub">{one.form.note}</span>
                  {one.dossier !== null && (
                    <a class="sub" href={`#/dossiers/${one.dossier}`}>
                      {one.form.reference}
                    </a>
                  )}
                  {one.next && (
                    <span class="sub">
                      {one.late ? (
                        <State meaning="late">{words.comes(one.next)}</State>
                      ) : (
                        words.comes(one.next)
                      )}
                    </span>
                  )}
                </div>
                <span class="row middle">
                  <button
                    type="button"
                    class="button quiet small"
                    aria-label={words.changeOf(one.heading)}
                    onClick={() => open(one.id)}
                  >
                    {words.modify}
                  </button>
                  <button
                    type="button"
                    class="button quiet small"
                    aria-label={words.removeOf(one.heading)}
                    onClick={() => remove.run(one.id)}
                  >
                    {words.remove}
                  </button>
                </span>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Refused failure={remove.failure} />
    </Sheet>
  );
}

const blank: ExchangeForm = {
  on: "",
  kind: "",
  whom: "",
  note: "",
  next_step: "",
  next_on: "",
  reference: "",
};

interface NotingProps {
  draft: string;
  start: ExchangeForm;
  kinds: readonly Choice[];
  send: (form: ExchangeForm) => Promise<PartnersView>;
  onChanged: (view: PartnersView) => void;
  onClose: () => void;
}

function Noting({ draft, start, kinds, send, onChanged, onClose }: NotingProps) {
  const form = useForm({
    name: draft,
    recorded: start,
    send: async (typed) => onChanged(await send(typed)),
  });
  return (
    <TypedForm form={form} name={words.noteExchange} button={words.noteButton} onClose={onClose}>
      <Select label={words.kind} class="half" options={kinds} {...form.tie("kind")} />
      <DateField label={words.on} class="half" optional hint={words.orToday} {...form.tie("on")} />
      <TextField label={words.whatWasSaid} {...form.tie("note")} />
      <TextField label={words.whom} class="half" optional {...form.tie("whom")} />
      <TextField
        label={words.reference}
        class="half"
        optional
        hint={words.referenceHint}
        {...form.tie("reference")}
      />
      <TextField label={words.next} class="half" optional {...form.tie("next_step")} />
      <DateField label={words.nextOn} class="half" optional {...form.tie("next_on")} />
    </TypedForm>
  );
}
