import type { ComponentChildren } from "preact";
import { Icon, type Sign } from "./Icon.tsx";

export type Meaning = "late" | "due" | "waiting" | "coming" | "ok" | "refused";
const signs: Record<Meaning, Sign> = {
  late: "late",
  due: "due",
  waiting: "waiting",
  coming: "due",
  ok: "check",
  refused: "barred",
};

/**
 * A sign, a word and a colour: none of them alone. `label` says the sign when the word does not,
 * `tag` gives it a ground.
 */
export function State(props: {
  meaning: Meaning;
  label?: string;
  tag?: boolean;
  children: ComponentChildren;
}) {
  return (
    <span class={props.tag ? `state tag ${props.meaning}` : `state ${props.meaning}`}>
      <Icon name={signs[props.meaning]} {...(props.label ? { label: props.label } : {})} /> {props.children}
    </span>
  );
}
