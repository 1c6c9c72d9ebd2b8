import type { ComponentChildren } from "preact";
import { Mark } from "./Icon.tsx";
import * as words from "./words.ts";

/** The page of one card, before the office is open. */
export function Alone({ wide = false, children }: { wide?: boolean; children?: ComponentChildren }) {
  return (
    <main class="alone" id="page">
      <div class={wide ? "card wide" : "card"}>
        <Brand />
        {children}
      </div>
    </main>
  );
}

export function Brand({ office }: { office?: string }) {
  return (
    <div class="brand">
      <Mark />
      <span>
        {words.brand}
        {office && <small>{office}</small>}
      </span>
    </div>
  );
}
