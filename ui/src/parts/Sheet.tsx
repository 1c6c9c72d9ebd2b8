import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import * as words from "./words.ts";

interface SheetProps {
  title: string;
  note?: string | undefined;
  actions?: ComponentChildren;
  /** Its heading is heard, not seen. */
  isHeard?: boolean;
  children: ComponentChildren;
}

/** A sheet laid on the page, named by its heading. */
export function Sheet({ title, note, actions, isHeard, children }: SheetProps) {
  const id = useId();
  return (
    <section class="sheet" aria-labelledby={id}>
      <header class={isHeard ? "heard" : undefined}>
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        {note && <p>{note}</p>}
        {actions && <div class="actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}

/** A wide table in a region that scrolls sideways, reachable by keyboard when it does. */
export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  const region = useRef<HTMLElement>(null);
  const [isWider, setWider] = useState(false);
  useEffect(() => {
    const shown = region.current;
    if (!shown) return;
    const watch = new ResizeObserver(() => setWider(shown.scrollWidth > shown.clientWidth));
    watch.observe(shown);
    for (const child of shown.children) watch.observe(child);
    return () => watch.disconnect();
  }, []);
  const reach = isWider ? { tabIndex: 0, role: "region", "aria-label": words.wide(label) } : {};
  return (
    <div class="scroll" ref={region as never} {...(reach as object)}>
      {children}
    </div>
  );
}
