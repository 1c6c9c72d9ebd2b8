// The signs: one stroke, 16 × 16, never without a word beside them.

import type { JSX } from "preact";

const shapes = {
  plus: <path d="M8 3v10M3 8h10" />,
  people: (
    <>
      <circle cx="6" cy="5.5" r="2.3" />
      <path d="M1.8 13.5c0-2.5 1.9-4 4.2-4s4.2 1.5 4.2 4M10.5 3.4a2.2 2.2 0 0 1 0 4.2M11.8 9.8c1.5.5 2.5 1.8 2.5 3.7" />
    </>
  ),
  folder: <path d="M1.8 12.5v-9h4l1.5 1.8h6.9v7.2z" />,
  find: (
    <>
      <circle cx="7" cy="7" r="4.3" />
      <path d="m10.2 10.2 3.5 3.5" />
    </>
  ),
  settings: (
    <>
      <path d="M3 4.5h1.4M7.6 4.5H13M3 11.5h5.9M12.1 11.5h.9" />
      <circle cx="6" cy="4.5" r="1.6" />
      <circle cx="10.5" cy="11.5" r="1.6" />
    </>
  ),
  shield: <path d="M8 1.5 13.5 3.4v4.3c0 3.2-2.2 5.6-5.5 6.8-3.3-1.2-5.5-3.6-5.5-6.8V3.4z" />,
  veil: (
    <>
      <path d="M1.5 8s2.4-4.5 6.5-4.5S14.5 8 14.5 8 12.1 12.5 8 12.5 1.5 8 1.5 8z" />
      <path d="m3 14 10-12" />
    </>
  ),
  stick: (
    <>
      <rect x="4.5" y="6" width="7" height="8" rx="1" />
      <path d="M6 6V2.2h4V6M7.3 4h.01M8.8 4h.01" />
    </>
  ),
  eye: (
    <>
      <path d="M1.5 8s2.4-4.5 6.5-4.5S14.5 8 14.5 8 12.100 12.5 8 12.5 1.5 8 1.5 8z" />
      <circle cx="8" cy="8" r="1.900" />
    </>
  ),
  lock: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1.2" />
      <path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" />
    </>
  ),
  check: <path class="thick" d="m2.5 8.6 3.6 3.6 7.4-8" />,
  late: (
    <>
      <path class="filled" d="M8 1.2 15.3 14H.7z" />
      <path class="cut" d="M8 6v3.6M8 11.9h.01" />
    </>
  ),
  due: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 4.5V8l2.3 1.6" />
    </>
  ),
  waiting: (
    <>
      <circle cx="8" cy="8" r="6" stroke-dasharray="2.6 2.2" />
      <path class="thick" d="M5.5 8h.01M8 8h.01M10.5 8h.01" />
    </>
  ),
  calendar: (
    <>
      <rect x="2" y="3" width="12" height="11" rx="1.5" />
      <path d="M2 6.5h12M5 1.5v3M11 1.5v3M5.5 10l2 1.8 3-3.3" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 7.3v4M8 4.8h.01" />
    </>
  ),
  barred: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="m3.7 3.7 8.6 8.6" />
    </>
  ),
  undo: <path d="M3 6h7a3.5 3.5 0 0 1 0 7H6M5.8 3 3 6l2.8 3" />,
  redo: <path d="M13 6H6a3.5 3.5 0 0 0 0 7h4M10.2 3 13 6l-2.8 3" />,
  print: <path d="M4.5 6V2.2h7V6M4.5 11.5H2.2V6h11.6v5.5h-2.3M4.5 9.5h7v4.3h-7z" />,
  paper: <path d="M4 1.8h5l3.2 3.2v9.2H4zM9 1.8V5h3.2" />,
  list: <path d="M7 4.2h6.5M7 8h6.5M7 11.8h6.5M2.2 4.2l1 1 1.8-2M2.2 8l1 1 1.8-2M2.2 11.8l1 1 1.8-2" />,
  bank: <path d="M2 6.2 8 2.5l6 3.7zM3.5 6.5v5M6.5 6.5v5M9.5 6.5v5M12.5 6.5v5M2 13.5h12" />,
  chart: <path d="M2.5 2v11.5H14M5.5 11V8M8.5 11V4.5M11.5 11V6.5" />,
  calculator: (
    <>
      <rect x="3.2" y="1.8" width="9.6" height="12.4" rx="1" />
      <path d="M5.5 4.5h5M5.5 8h.01M8 8h.01M10.5 8h.01M5.5 11h.01M8 11h.01M10.5 11h.01" />
    </>
  ),
  help: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M6.2 6.3c.2-1 .9-1.5 1.8-1.5 1.1 0 1.9.7 1.9 1.7 0 1.3-1.9 1.5-1.9 2.8M8 11.5h.01" />
    </>
  ),
  phone: (
    <path d="M4.2 2.2 6.4 2l1 3.2-1.5 1.2c.7 1.6 1.9 2.9 3.5 3.6l1.2-1.5 3.2 1-.2 2.2c-.1.9-.9 1.5-1.8 1.4C7.3 12.6 3.3 8.7 2.8 4c-.1-.9.5-1.7 1.4-1.8z" />
  ),
  missing: <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" stroke-dasharray="2.4 2" />,
  remove: <path d="M3 8h10" />,
  more: <path class="thick" d="M3.5 8h.01M8 8h.01M12.5 8h.01" />,
  cross: <path d="m4 4 8 8M12 4l-8 8" />,
  envelope: <path d="M1.8 3.5h12.4v9H1.8zM1.8 4l6.2 5 6.2-5" />,
  arrow: <path d="M2.5 8h10.5M9.2 4.2 13 8l-3.8 3.8" />,
} satisfies Record<string, JSX.Element>;

export type Sign = keyof typeof shapes;

/** With a `label` the sign speaks for itself; without one it is beside its word. */
export function Icon({ name, label }: { name: Sign; label?: string }) {
  const voice = label ? ({ role: "img", "aria-label": label } as const) : ({ "aria-hidden": true } as const);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the voice is a name or a silence
    <svg class="icon" viewBox="0 0 16 16" {...voice}>
      {shapes[name]}
    </svg>
  );
}

/** The mark of Étrier. */
export function Mark() {
  return (
    <svg class="logo" viewBox="0 0 24 24" aria-hidden="true">
      <rect x="8.3" y="1.2" width="7.4" height="4.6" rx="1.3" />
      <path d="M9.8 5.8C4.9 7.6 2.9 12.6 3.6 20M14.2 5.8c4.9 1.8 6.9 6.8 6.2 14.2" />
      <path class="tread" d="M3 20.2c3 1.8 15 1.8 18 0" />
    </svg>
  );
}
