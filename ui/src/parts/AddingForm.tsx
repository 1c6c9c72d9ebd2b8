// The tinted form that adds lines one after the other: Entrée adds from any
// field, Ctrl Entrée from a button too, Échap leaves it.

import type { ComponentChildren } from "preact";
import { Button } from "./Button.tsx";
import { Form, type Formed, leave } from "./Form.tsx";

export interface AddingWords {
  add: string;
  adding: string;
  enter: string;
  close: string;
  giveUp: string;
  escape: string;
}

interface AddingProps {
  label: string;
  form: Formed;
  actions: AddingWords;
  /** The field that has the focus on opening. */
  entry?: string;
  /** Whether the buttons end the row of the last fields. */
  wide?: boolean;
  onClose: () => void;
  children: ComponentChildren;
}

export function AddingForm({ form, actions, wide, onClose, children, ...rest }: AddingProps) {
  return (
    <Form {...rest} form={form} class="adding" quick onClose={onClose}>
      <div class="form six">
        {children}
        <div class={wide ? "acts t9" : "acts"}>
          <Button submit look="main" shortcut={actions.enter} disabled={form.busy}>
            {form.busy ? actions.adding : actions.add}
          </Button>
          <Button look="quiet" shortcut={actions.escape} onClick={() => leave(form, onClose)}>
            {form.isBlank ? actions.close : actions.giveUp}
          </Button>
        </div>
      </div>
    </Form>
  );
}
