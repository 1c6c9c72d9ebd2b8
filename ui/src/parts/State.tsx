import type { ComponentChildren } from "preact";
import { Icon, type Sign } from "./Icon.tsx";

export type Meaning = "late" | "due" | "ok" | "refused";
const signs: Record<Meaning, Sign> = { late: "late", due: "due", ok: "check", refused: "barred" };

/** A sign, a word and a colour: none of them alone. `label` says the sign when the word does not. */
export function State(props: { meaning: Meaning; label?: string; children: ComponentChildren }) {
  return (
    <span class={`st ${props.meaning}`}>
      <Icon name={signs[props.meaning]} {...(props.label ? { label: props.label } : {})} /> {props.children}
    </span>
  );
}
