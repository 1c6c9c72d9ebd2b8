// A short form opened under a heading: Entrée sends it, Échap closes it.

import type { ComponentChildren } from "preact";
import { sends, type TypedForm as Typed } from "../../ipc/forms.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import * as words from "./words.ts";

interface TypedFormProps {
  form: Pick<Typed<object>, "busy" | "failure" | "run">;
  name: string;
  button: string;
  onClose: () => void;
  children: ComponentChildren;
}

export function TypedForm({ form, name, button, onClose, children }: TypedFormProps) {
  return (
    <form
      class="body"
      aria-label={name}
      noValidate
      onSubmit={sends(form.run)}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <div class="form">{children}</div>
      <Refused failure={form.failure} />
      <div class="row">
        <Button look="main" submit disabled={form.busy}>
          {form.busy ? words.noting : button}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </form>
  );
}
