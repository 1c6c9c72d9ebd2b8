// A dialog over the page: it takes the focus when it is shown and gives it back
// when it is closed. Whoever shows it takes it away on `onClose`.

import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface DialogProps {
  /** What it is about, for those who do not see its heading. */
  title: string;
  /** How it looks, when not like an explained figure. */
  look?: "pal";
  onClose: () => void;
  /** What it shows, given what closes it. */
  children: (close: () => void) => ComponentChildren;
}

export function Dialog({ title, look, onClose, children }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the next key: a letter typed right after the key that shows it belongs to it.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class={look ?? "explained"}
      aria-label={title}
      onKeyDown={keepEscape}
      onClose={onClose}
    >
      {children(() => dialog.current?.close())}
    </dialog>
  );
}

/** Échap closes the dialog, and nothing of the page behind it. */
function keepEscape(event: KeyboardEvent): void {
  if (event.key === "Escape") event.stopPropagation();
}
