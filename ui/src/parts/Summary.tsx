// The line that folds and unfolds what is under it. WebKitGTK tells a screen
// reader neither what a `summary` is nor whether it is open: it is said here.

import type { ComponentProps } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

export function Summary(props: ComponentProps<"summary">) {
  const line = useRef<HTMLElement>(null);
  const [isOpen, open] = useState(false);
  useLayoutEffect(() => {
    const fold = line.current?.closest("details");
    const tell = () => open(fold?.open === true);
    tell();
    fold?.addEventListener("toggle", tell);
    return () => fold?.removeEventListener("toggle", tell);
  }, []);
  // biome-ignore lint/a11y/useSemanticElements: only a summary folds what is around it
  return <summary ref={line} role="button" aria-expanded={isOpen} {...props} />;
}
