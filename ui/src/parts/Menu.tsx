// A button that opens a few quiet acts under it. Échap closes it and gives the focus back; leaving it closes it too.

import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { Icon, type Sign } from "./Icon.tsx";

interface MenuProps {
  /** What its acts are about, for who does not see where it stands. */
  label?: string;
  /** What is read on it; without, three dots. */
  word?: string;
  sign?: Sign;
  look?: "quiet";
  children: ComponentChildren;
}

export function Menu({ label, word, sign, look, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears its buttons being left
    <div
      class="menu"
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <button
        type="button"
        class={look ? "button quiet" : "button small"}
        ref={opener}
        aria-expanded={isOpen}
        aria-label={label}
        onClick={() => setOpen(!isOpen)}
      >
        {word === undefined ? <Icon name="more" /> : sign && <Icon name={sign} />}
        {word && <span>{`${word} ▾`}</span>}
      </button>
      {isOpen && (
        // Closed before the act is done: what the act opens takes the focus, and gives it back to the button.
        <div class="acts" onClickCapture={close}>
          {children}
        </div>
      )}
    </div>
  );
}
