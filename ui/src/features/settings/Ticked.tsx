// One yes or no of a form.

import type { Form } from "../../ipc/form.ts";

interface TickedProps<F extends object, N extends keyof F & string> {
  form: Form<F>;
  name: N;
  label: string;
}

export function Ticked<F extends object, N extends keyof F & string>({
  form,
  name,
  label,
}: TickedProps<F, N>) {
  return (
    <label class="check">
      <input
        type="checkbox"
        name={name}
        checked={form.typed[name] === true}
        onChange={(event) => form.put({ [name]: event.currentTarget.checked } as Partial<F>)}
      />
      {label}
    </label>
  );
}
