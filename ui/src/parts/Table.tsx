// A table named by what it holds, in a region that scrolls sideways when it is too wide.

import type { ComponentChildren } from "preact";
import { Scroll } from "./Sheet.tsx";

/** The head of a column: its words, over figures or not, seen or only heard. */
export type Head = string | { text: string; isOverFigures?: boolean; isHeard?: boolean };

interface TableProps {
  label: string;
  heads: readonly Head[];
  class?: string | undefined;
  /** The rows. */
  children: ComponentChildren;
}

export function Table({ label, heads, class: look = "dense", children }: TableProps) {
  return (
    <Scroll label={label}>
      <table class={look || undefined}>
        <caption class="vh">{label}</caption>
        <thead>
          <tr>
            {heads
              .map((head) => (typeof head === "string" ? { text: head } : head))
              .map(({ text, isOverFigures, isHeard }) => (
                <th key={text} scope="col" class={isOverFigures ? "num" : undefined}>
                  {isHeard ? <span class="vh">{text}</span> : text}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scroll>
  );
}

/** Heads over figures. */
export const overFigures = (texts: readonly string[]): Head[] =>
  texts.map((text) => ({ text, isOverFigures: true }));
