// A form: Entrée sends it, Échap leaves it, and what is refused in it is told under its fields or beside its button.

import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { Notice, type Refusal, Refused } from "./Notice.tsx";
import { focusOn } from "./place.ts";
import { refusedFields } from "./unsaved.ts";
import * as words from "./words.ts";

/** What is typed in a form, as the form on the page needs it. */
export interface Formed {
  place: RefObject<HTMLFormElement | null>;
  errors: Readonly<Record<string, string>>;
  failure: Refusal | null;
  isBlank: boolean;
  busy: boolean;
  run: (...given: never[]) => unknown;
  giveUp: () => void;
}

interface FormProps {
  form: Formed;
  label?: string | undefined;
  class?: string;
  /** What its button does, when there is more than to send it. */
  send?: () => unknown;
  /** Opened within a screen: this field, or the first, has the focus, which goes back to what opened it. */
  entry?: string | boolean;
  /** Échap leaves it, with nothing kept. */
  onClose?: (() => void) | undefined;
  /** Ctrl Entrée sends it too, and Entrée in a list. */
  quick?: boolean;
  /** Whether its refusals are told within, by `Refusals`. */
  isBare?: boolean;
  /** The refusal of something else that is done from it. */
  also?: Refusal | null | undefined;
  "data-contact"?: boolean;
  /** Whether the bar of an act stays above it. */
  "data-bar"?: boolean;
  /** What comes after the refusals. */
  end?: ComponentChildren;
  children: ComponentChildren;
}

export function Form(props: FormProps) {
  const { form, send = form.run as () => unknown, entry, onClose } = props;
  useLayoutEffect(() => {
    if (!entry) return;
    const { current: opened } = form.place;
    const opener = document.activeElement;
    const heading = opened?.closest("section")?.querySelector("h2");
    const first = entry === true ? "input:checked, input, select, textarea" : `[name="${entry}"]`;
    opened?.querySelector<HTMLElement>(first)?.focus();
    return () => {
      // Another form may have opened in its place, and its button may be gone.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus();
        else heading?.focus();
      });
    };
  }, []);
  return (
    <form
      class={props.class ?? "body stack"}
      ref={form.place}
      aria-label={props.label}
      data-contact={props["data-contact"]}
      data-bar={props["data-bar"]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        const isQuick = event.key === "Enter" && (event.ctrlKey || event.target instanceof HTMLSelectElement);
        if (event.key === "Escape" && onClose) leave(form, onClose);
        // A closed list would open instead; Alt ↓ and Space still open it.
        else if (props.quick && isQuick) form.place.current?.requestSubmit();
        else return;
        event.preventDefault();
      }}
    >
      {props.children}
      {!props.isBare && <Refusals form={form} also={props.also} />}
      {props.end}
    </form>
  );
}

/** « Fermer », « Abandonner »: nothing is kept of what was typed. */
export function leave(form: Pick<Formed, "giveUp">, onClose: () => void): void {
  form.giveUp();
  onClose();
}

/** What is refused at no field, or the way to each of the fields refused together. */
export function Refusals({ form, also = null }: { form: Formed; also?: Refusal | null | undefined }) {
  const [fields, setFields] = useState<ReturnType<typeof refusedFields>>([]);
  const count = Object.keys(form.errors).length;
  useLayoutEffect(() => setFields(count > 1 ? refusedFields(form.place.current) : []), [form.errors]);
  if (form.failure || fields.length < 2) return <Refused failure={form.failure ?? also} />;
  return (
    <div role="alert">
      <Notice tone="late" title={words.toCorrect(fields.length)}>
        {fields.map(({ field, label }) => (
          <button key={label} type="button" class="link" onClick={() => focusOn(field)}>
            {label}
          </button>
        ))}
      </Notice>
    </div>
  );
}
