import type { ComponentChildren } from "preact";
import { Icon, type Sign } from "./Icon.tsx";

interface ButtonProps {
  children: ComponentChildren;
  onClick?: () => void;
  look?: "main" | "quiet" | "danger" | undefined;
  small?: boolean;
  full?: boolean;
  /** A quiet one under words: it starts where they start. */
  flush?: boolean;
  submit?: boolean;
  sign?: Sign;
  /** The key that does the same, shown on the button. */
  shortcut?: string | undefined;
  disabled?: boolean;
  /** Why it is off, or what it does: the id of a sentence. */
  describedBy?: string | undefined;
  /** Pressed with the mouse, the focus stays in the field being typed. */
  keepsFocus?: boolean;
}

export function Button(props: ButtonProps) {
  const { look, small, full, flush } = props;
  const looks = ["button", look, small && "small", full && "full", flush && "flush"]
    .filter(Boolean)
    .join(" ");
  return (
    <button
      type={props.submit ? "submit" : "button"}
      class={looks}
      onClick={props.onClick}
      disabled={props.disabled}
      aria-describedby={props.describedBy}
      onMouseDown={props.keepsFocus ? (event) => event.preventDefault() : undefined}
    >
      {props.sign && <Icon name={props.sign} />}
      <span>{props.children}</span>
      {/* The space keeps the name and the key apart for who listens. */}
      {props.shortcut && " "}
      {props.shortcut && <kbd class="shortcut">{props.shortcut}</kbd>}
    </button>
  );
}
