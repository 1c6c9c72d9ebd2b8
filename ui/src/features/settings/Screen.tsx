import { useEffect, useRef, useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { asFailure, call } from "../../ipc/call.ts";
import { errorAt } from "../../ipc/forms.ts";
import type { Failure, OfficeView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField, useArrival, usePlace, useTitle } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { isSame, type NumberingForm, numberingForm, type OfficeForm, officeForm } from "./logic.ts";
import { words } from "./words.ts";

export function Settings() {
  const { value: office, failure, set } = useAnswer("office", {});
  useTitle(words.windowTitle);
  useArrival(office !== null || failure !== null);
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{words.title}</h1>
          <p>{words.intro}</p>
        </div>
      </div>
      <Refused failure={failure} />
      {office && (
        <div class="cols even">
          <OfficeSheet office={office} onChanged={set} />
          <NumberingSheet office={office} onChanged={set} />
        </div>
      )}
    </>
  );
}

interface SheetProps {
  office: OfficeView;
  onChanged: (office: OfficeView) => void;
}

function OfficeSheet({ office, onChanged }: SheetProps) {
  const form = useForm<OfficeForm>("office", officeForm(office), async (typed) => {
    onChanged(await call("describe_office", typed));
    return words.saved;
  });
  return (
    <Sheet title={words.office} note={words.officeNote}>
      <form class="body" ref={form.place} onSubmit={form.submit} noValidate>
        <TextField label={words.name} {...form.tie("name")} />
        <TextField label={words.advisor} hint={words.advisorHint} {...form.tie("advisor")} />
        <TextField label={words.address} optional {...form.tie("address")} />
        <TextField label={words.phone} optional inputMode="tel" width="w-tel" {...form.tie("phone")} />
        <Closing label={words.save} form={form} />
      </form>
    </Sheet>
  );
}

function NumberingSheet({ office, onChanged }: SheetProps) {
  const form = useForm<NumberingForm>("numbering", numberingForm(office, ""), async (typed) => {
    const changed = await call("change_numbering", typed);
    onChanged(changed);
    return words.changed(changed.next_reference);
  });
  return (
    <Sheet title={words.numbering} note={words.numberingNote(office.next_reference)}>
      <form class="body" ref={form.place} onSubmit={form.submit} noValidate>
        <TextField
          label={words.prefix}
          optional
          hint={words.prefixHint}
          width="w-tel"
          {...form.tie("prefix")}
        />
        <TextField
          label={words.width}
          hint={words.widthHint}
          width="w-short"
          inputMode="numeric"
          {...form.tie("width")}
        />
        <DateField
          label={words.from}
          optional
          hint={words.fromHint}
          placeholder={words.dateForm}
          {...form.tie("from")}
        />
        <Closing label={words.change} form={form} />
        {office.numbering_to_come && <p class="rule-src">{office.numbering_to_come}</p>}
      </form>
    </Sheet>
  );
}

interface Form {
  busy: boolean;
  told: string | null;
  failure: Failure | null;
}

function Closing({ label, form }: { label: string; form: Form }) {
  return (
    <>
      <div class="row mid">
        <Button submit disabled={form.busy}>
          {form.busy ? words.saving : label}
        </Button>
        <span class="hint" role="status">
          {form.told}
        </span>
      </div>
      <Refused failure={form.failure} />
    </>
  );
}

/**
 * A form that is one action at its button; what is in force fills what was not
 * typed. What was typed and not saved is found again until the vault locks.
 */
function useForm<F extends object>(key: string, inForce: F, save: (form: F) => Promise<string>) {
  const { kept, keep } = usePlace();
  const [typed, setTyped] = useState<F>(kept<F>(key) ?? inForce);
  const [refused, setRefused] = useState<Failure | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const place = useRef<HTMLFormElement>(null);
  const isTyped = !isSame(typed, inForce);
  const known = useRef(inForce);
  useEffect(() => {
    if (isSame(known.current, inForce)) return;
    known.current = inForce;
    if (kept(key) === undefined) setTyped(inForce);
  }, [inForce, key, kept]);

  const action = useAction(async () => {
    setRefused(null);
    try {
      const told = await save(typed);
      keep(key, undefined);
      setTyped(known.current);
      setTold(told);
    } catch (reason) {
      const failure = asFailure(reason);
      setRefused(failure);
      focusField(place.current, failure.field);
    }
  });
  const isField = refused?.field != null && refused.field in typed;
  return {
    place,
    told: told ?? (isTyped ? words.notYet : null),
    busy: action.busy,
    failure: isField ? null : refused,
    submit: (event: Event) => {
      event.preventDefault();
      action.run();
    },
    tie: (field: keyof F & string) => ({
      name: field,
      value: String(typed[field]),
      error: errorAt(refused, field),
      onInput: (text: string) => {
        setTold(null);
        setRefused(null);
        const next = { ...typed, [field]: text };
        setTyped(next);
        keep(key, isSame(next, inForce) ? undefined : next);
      },
    }),
  };
}
