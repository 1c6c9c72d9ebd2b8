// A form opened under a heading: its first field gets the focus, Échap leaves
// it, and the heading has the focus back.

import type { ComponentChildren } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { Closing } from "./Closing.tsx";
import type { Form } from "./useForm.ts";

interface OpenedProps<F> {
  form: Form<F>;
  /** The words of the button. */
  label: string;
  /** Its name, where the heading above does not say it. */
  name?: string;
  look?: "body" | "adding" | "stack";
  onClose: () => void;
  children: ComponentChildren;
}

export function OpenedForm<F extends object>(props: OpenedProps<F>) {
  const { form, label, name, look = "body", onClose } = props;
  useLayoutEffect(() => {
    const opened = form.place.current;
    const heading = opened?.closest("section")?.querySelector("h2");
    opened?.querySelector<HTMLElement>("input:checked, input, select")?.focus();
    return () => {
      // Another form may have opened in its place.
      setTimeout(() => document.activeElement === document.body && heading?.focus());
    };
  }, [form.place]);
  const close = () => {
    form.drop();
    onClose();
  };
  return (
    <form
      class={look}
      ref={form.place}
      onSubmit={form.submit}
      noValidate
      aria-label={name}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
    >
      {props.children}
      <Closing label={label} form={form} onClose={close} />
    </form>
  );
}
