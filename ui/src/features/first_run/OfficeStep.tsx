import { useEffect, useRef, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { asFailure, call } from "../../ipc/call.ts";
import { sentence } from "../../ipc/sentence.ts";
import type { Failure } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField } from "../../parts/place.ts";
import { TextField } from "../../parts/TextField.tsx";
import { type Errors, firstError, missingInOffice, type OfficeForm } from "./logic.ts";
import * as words from "./words.ts";

const order = ["name", "advisor", "address", "phone"] as const;
const labels = {
  name: words.officeName,
  advisor: words.advisor,
  address: words.address,
  phone: words.phone,
};

interface OfficeStepProps {
  form: OfficeForm;
  onInput: (form: OfficeForm) => void;
  /** What the creation refused, by field. */
  errors: Errors;
  onDone: () => void;
  /** Chooses the demonstration instead. */
  onDemo: () => void;
  /** Reopens a copy of another computer instead. */
  onReopen: () => void;
  /** The demonstration is being made, or was refused. */
  isTrying: boolean;
  failure: Failure | null;
}

export function OfficeStep(props: OfficeStepProps) {
  const { form, onInput, errors: refused, onDone, onDemo, onReopen, isTrying, failure } = props;
  const [missing, setMissing] = useState<Errors>({});
  const [touched, setTouched] = useState<readonly string[]>([]);
  const place = useRef<HTMLFormElement>(null);
  const errors: Errors = { ...refused, ...missing };
  for (const field of touched) delete errors[field];

  useEffect(() => {
    focusField(place.current, firstError(refused, order) ?? "name");
  }, []);

  const checking = useAction(async () => {
    const found = missingInOffice(form);
    if (firstError(found, order) === null) Object.assign(found, await refusedInOffice(form));
    setMissing(found);
    setTouched(Object.keys(refused).filter((field) => !(field in found)));
    const first = firstError(found, order);
    if (Object.keys(found).length === 0) onDone();
    else focusField(place.current, first);
  });
  const submit = (event: Event) => {
    event.preventDefault();
    checking.run();
  };

  return (
    <form ref={place} onSubmit={submit} noValidate>
      <h1>{words.officeTitle}</h1>
      <p class="soft">{words.officeIntro}</p>
      <div class="form gap">
        {order.map((field) => (
          <TextField
            key={field}
            class="half"
            name={field}
            label={labels[field]}
            value={form[field]}
            optional={field === "address" || field === "phone"}
            hint={field === "advisor" ? words.advisorHint : undefined}
            error={errors[field]}
            onInput={(text) => {
              setTouched([...touched, field]);
              onInput({ ...form, [field]: text });
            }}
          />
        ))}
      </div>
      <div class="row gap end">
        <Button submit look="main">
          {words.goOn}
        </Button>
      </div>
      <h2 class="gap">{words.copyTitle}</h2>
      <p class="soft" id="copy">
        {words.copyOffer}
      </p>
      <div class="row small-gap">
        <Button sign="stick" onClick={onReopen} describedBy="copy">
          {words.reopenCopy}
        </Button>
      </div>
      <h2 class="gap">{words.demoTitle}</h2>
      <p class="soft" id="demo">
        {words.demoOffer}
      </p>
      <div class="row small-gap">
        <Button onClick={onDemo} describedBy="demo" disabled={isTrying}>
          {isTrying ? words.makingDemo : words.tryDemo}
        </Button>
      </div>
      <Refused failure={failure} />
    </form>
  );
}

/** What the desk refuses of these fields; a refusal of no field is told under the first. */
async function refusedInOffice(form: OfficeForm): Promise<Errors> {
  try {
    await call("check_office", form);
    return {};
  } catch (reason) {
    const failure = asFailure(reason);
    return { [failure.field ?? "name"]: sentence(failure) };
  }
}
