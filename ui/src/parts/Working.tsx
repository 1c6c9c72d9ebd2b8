// An explained figure: one line per operand in the order of reading, the
// result under a line.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Summary } from "./Summary.tsx";
import * as words from "./words.ts";

export interface WorkingLine {
  sign: string;
  label: string;
  value: string;
  strong: boolean;
}

interface WhyProps {
  figure: ComponentChildren;
  isOpen?: boolean;
  children: ComponentChildren;
}

export function Why({ figure, isOpen = false, children }: WhyProps) {
  const [open, setOpen] = useState(isOpen);
  return (
    <details class="why" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <Summary>
        {figure} <span class="question">{open ? words.close : words.showWorking}</span>
      </Summary>
      {children}
    </details>
  );
}

export function Working({ caption, lines }: { caption: string; lines: readonly WorkingLine[] }) {
  return (
    <table class="working">
      <caption class="heard">{caption}</caption>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.sign} ${line.label}`} class={line.strong ? "sum" : undefined}>
            <th scope="row">
              {line.sign} {line.label}
            </th>
            <td class="num">{line.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
