import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../parts/Button.tsx";
import { focusField } from "../../parts/place.ts";
import { TextField } from "../../parts/TextField.tsx";
import { type Errors, firstError, missingInOffice, type OfficeForm } from "./logic.ts";
import { words } from "./words.ts";

const order = ["name", "advisor", "address", "phone"] as const;
const labels = {
  name: words.name,
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
}

export function OfficeStep({ form, onInput, errors: refused, onDone }: OfficeStepProps) {
  const [missing, setMissing] = useState<Errors>({});
  const [touched, setTouched] = useState<readonly string[]>([]);
  const place = useRef<HTMLFormElement>(null);
  const errors: Errors = { ...refused, ...missing };
  for (const field of touched) delete errors[field];

  useEffect(() => {
    focusField(place.current, firstError(refused, order) ?? "name");
  }, []);

  const submit = (event: Event) => {
    event.preventDefault();
    const found = missingInOffice(form);
    setMissing(found);
    setTouched(Object.keys(refused));
    const first = firstError(found, order);
    if (first === null) onDone();
    else focusField(place.current, first);
  };

  return (
    <form ref={place} onSubmit={submit} noValidate>
      <h1>{words.officeTitle}</h1>
      <p class="soft">{words.officeIntro}</p>
      <div class="form gap">
        {order.map((field) => (
          <TextField
            key={field}
            class="h"
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
    </form>
  );
}
