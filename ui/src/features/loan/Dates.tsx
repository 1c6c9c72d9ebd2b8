// Days one under the other, each with what comes or came then.

import type { ComponentChildren } from "preact";

export interface DatedLine {
  day: string;
  what: ComponentChildren;
  detail?: ComponentChildren;
  /** `waited` of what is waited for, `late` of what is to be feared, `done` of good news. */
  look: string;
}

export function Dates({ lines }: { lines: readonly DatedLine[] }) {
  return (
    <ol class="dated">
      {lines.map(({ day, what, detail, look }, at) => (
        <li key={at} class={look || undefined} aria-current={look === "waited" ? "step" : undefined}>
          <span class="day">{day}</span>
          <span>
            {what} {detail && <span class="detail">{detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
