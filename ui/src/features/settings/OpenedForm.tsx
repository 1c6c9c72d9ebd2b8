// A form opened under a heading: its first field gets the focus, Échap leaves
// it, and the heading has the focus back.

import type { ComponentChildren } from "preact";
import { Form, type Formed } from "../../parts/Form.tsx";
import { Closing } from "./Closing.tsx";

interface OpenedProps {
  form: Formed & { told: string | null };
  /** The words of the button. */
  label: string;
  /** Its name, where the heading above does not say it. */
  name?: string;
  look?: "body" | "adding" | "stack";
  onClose: () => void;
  children: ComponentChildren;
}

export function OpenedForm({ form, label, name, look = "body", onClose, children }: OpenedProps) {
  return (
    <Form form={form} class={look} label={name} entry onClose={onClose}>
      {children}
      <Closing label={label} form={form} onClose={onClose} />
    </Form>
  );
}
