// A short form opened under a heading: Entrée sends it, Échap closes it.

import type { ComponentChildren } from "preact";
import { Button } from "../../parts/Button.tsx";
import { Form, type Formed, leave } from "../../parts/Form.tsx";
import * as words from "./words.ts";

interface TypedFormProps {
  form: Formed;
  name: string;
  button: string;
  onClose: () => void;
  children: ComponentChildren;
}

export function TypedForm({ form, name, button, onClose, children }: TypedFormProps) {
  const end = (
    <div class="row">
      <Button look="main" submit disabled={form.busy}>
        {form.busy ? words.saving : button}
      </Button>
      <Button look="quiet" onClick={() => leave(form, onClose)}>
        {words.close}
      </Button>
    </div>
  );
  return (
    <Form form={form} class="body" label={name} onClose={onClose} end={end}>
      <div class="form">{children}</div>
    </Form>
  );
}
