// A table named by what it holds, in a region that scrolls sideways when it is too wide.

import type { ComponentChildren, RefObject } from "preact";
import { Scroll } from "./Sheet.tsx";

/** The head of a column: its words, or all about it. */
export type Head = string | Heading;

interface Heading {
  /** Without words it is the corner of the table. */
  text: ComponentChildren;
  isOverFigures?: boolean;
  /** Heard, not seen. */
  isHeard?: boolean;
  /** The rows follow it, the least first. */
  isSorted?: boolean;
  /** How many of the heads below it names. */
  over?: number;
  look?: string | undefined;
}

interface TableProps {
  label: string;
  heads: readonly Head[];
  /** A second row of heads, under those that stand over several. */
  below?: readonly Head[];
  /** What is heard of it, when that is more than its label. */
  caption?: string;
  isCaptionShown?: boolean;
  class?: string | undefined;
  place?: RefObject<HTMLTableElement | null>;
  /** The children are bodies of rows, not rows. */
  areBodies?: boolean;
  onKeyDown?: (event: KeyboardEvent) => void;
  /** The rows. */
  children: ComponentChildren;
}

export function Table({ label, heads, below, class: look = "dense", children, ...props }: TableProps) {
  const every = heads.map(headingOf);
  const areHeard = every.every(({ isHeard }) => isHeard);
  return (
    <Scroll label={label}>
      <table class={look || undefined} ref={props.place} onKeyDown={props.onKeyDown}>
        <caption class={props.isCaptionShown ? undefined : "heard"}>{props.caption ?? label}</caption>
        <thead class={areHeard ? "heard" : undefined}>
          <tr>{every.map((head, at) => headOf(head, at, below ? 2 : undefined, areHeard))}</tr>
          {below && <tr>{below.map((head, at) => headOf(headingOf(head), at))}</tr>}
        </thead>
        {props.areBodies ? children : <tbody>{children}</tbody>}
      </table>
    </Scroll>
  );
}

function headOf({ text, ...head }: Heading, at: number, rows?: number, isRowHeard = false) {
  if (text === "") return <td key={at} />;
  return (
    <th
      key={at}
      scope={head.over ? "colgroup" : "col"}
      colSpan={head.over}
      rowSpan={head.over ? undefined : rows}
      aria-sort={head.isSorted ? "ascending" : undefined}
      class={[head.isOverFigures && "num", head.look].filter(Boolean).join(" ") || undefined}
    >
      {head.isHeard && !isRowHeard ? <span class="heard">{text}</span> : text}
    </th>
  );
}

const headingOf = (head: Head): Heading => (typeof head === "string" ? { text: head } : head);

/** Heads over figures. */
export const overFigures = (texts: readonly string[], look?: string): Head[] =>
  texts.map((text) => ({ text, isOverFigures: true, look }));
