// The tinted form that adds lines one after the other: Entrée adds from any
// field, Ctrl Entrée from a button too, Échap leaves it.

import type { ComponentChildren } from "preact";
import { Button } from "./Button.tsx";
import { Form, type Formed, leave } from "./Form.tsx";
import * as words from "./words.ts";

export interface AddingWords {
  add: string;
  adding: string;
  enter?: string;
}

interface AddingProps {
  label: string;
  form: Formed;
  /** What its button says, when that is not « Ajouter ». */
  actions?: AddingWords;
  /** The field that has the focus on opening. */
  entry?: string;
  /** Whether the buttons end the row of the last fields. */
  wide?: boolean;
  onClose: () => void;
  children: ComponentChildren;
}

export function AddingForm({ form, actions = words.actions, wide, onClose, children, ...rest }: AddingProps) {
  return (
    <Form {...rest} form={form} class="adding" quick onClose={onClose}>
      <div class="form twelve">
        {children}
        <div class={wide ? "actions span-9" : "actions"}>
          <Button submit look="main" shortcut={actions.enter ?? words.enterKey} disabled={form.busy}>
            {form.busy ? actions.adding : actions.add}
          </Button>
          <Button look="quiet" shortcut={words.escapeKey} onClick={() => leave(form, onClose)}>
            {form.isBlank ? words.close : words.giveUp}
          </Button>
        </div>
      </div>
    </Form>
  );
}
