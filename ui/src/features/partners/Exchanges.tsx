// What was said and done with a partner, the latest first, and the form that notes it.

import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { Choice, ExchangeForm, ExchangeView, PartnersView } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Entry, Register } from "../../parts/Register.tsx";
import { Select } from "../../parts/Select.tsx";
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
  const remove = useAction(async (exchange: number) =>
    onChanged(await call("remove_exchange", { exchange })),
  );
  return (
    <Register
      title={title}
      adds={words.noteExchange}
      entries={exchanges}
      isInPlace
      form={(one, close) => (
        <Noting
          draft={one ? `exchange:number:${one.id}` : `exchange:${partner.lender || partner.referrer}`}
          start={one?.form ?? { ...blank, kind: kinds[0]?.key ?? "" }}
          kinds={kinds}
          send={(form) =>
            one
              ? call("change_exchange", { exchange: one.id, form })
              : call("note_exchange", { ...partner, form })
          }
          onChanged={(view) => {
            onChanged(view);
            close();
          }}
          onClose={close}
        />
      )}
    >
      {({ open, isOpen, inPlace }) => (
        <>
          {exchanges.length === 0 && !isOpen && <p class="body soft">{nothing}</p>}
          <ul class="versions">
            {exchanges.map((one) => (
              <li key={one.id}>
                {inPlace(one) || (
                  <Entry
                    changes={words.changeOf(one.heading)}
                    removes={words.removeOf(one.heading)}
                    onChange={() => open(one)}
                    onRemove={() => void remove.run(one.id)}
                  >
                    <Exchange exchange={one} />
                  </Entry>
                )}
              </li>
            ))}
          </ul>
          <Refused failure={remove.failure} />
        </>
      )}
    </Register>
  );
}

function Exchange({ exchange: { heading, form, dossier, next, late } }: { exchange: ExchangeView }) {
  return (
    <>
      <b>{heading}</b>
      <span class="sub">{form.note}</span>
      {dossier !== null && (
        <a class="sub" href={`#/dossiers/${dossier}`}>
          {form.reference}
        </a>
      )}
      {next && (
        <span class="sub">
          {late ? <State meaning="late">{words.comes(next)}</State> : words.comes(next)}
        </span>
      )}
    </>
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
