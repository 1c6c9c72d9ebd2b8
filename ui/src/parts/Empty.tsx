import type { ComponentChildren } from "preact";

/** Nothing yet: what will come here, and how to start. */
export function Empty(props: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <section class="void">
      <h2 tabIndex={-1}>{props.title}</h2>
      <p class="soft">{props.text}</p>
      {props.children && <p>{props.children}</p>}
    </section>
  );
}
