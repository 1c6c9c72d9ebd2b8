// A dialog over the page: it takes the focus when it is shown and gives it back
// when it is closed. Whoever shows it takes it away on `onClose`.

import type { ComponentChildren, JSX, TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface DialogProps {
  /** What it is about, for those who do not see its heading. */
  title: string;
  /** How it looks, when not like an explained figure. */
  look?: "palette";
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
      onKeyDown={keepKeys}
      onClose={onClose}
    >
      {children(() => dialog.current?.close())}
    </dialog>
  );
}

const REACHED = "a[href], button, input, select, textarea, summary";

/** Échap closes the dialog, and nothing of the page behind it; Tab goes round inside, and not by the frame of the window. */
function keepKeys(event: TargetedKeyboardEvent<HTMLDialogElement>): void {
  if (event.key === "Escape") event.stopPropagation();
  if (event.key !== "Tab") return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(REACHED)];
  const reached = all.filter((one) => !one.matches(":disabled") && one.checkVisibility());
  const [last, next] = event.shiftKey ? [reached[0], reached.at(-1)] : [reached.at(-1), reached[0]];
  if (event.target !== last) return;
  event.preventDefault();
  next?.focus();
}
