// Where files are let go or chosen: as large as what waits for them, or one line at the foot of what is there.

import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Button } from "./Button.tsx";
import { Summary } from "./Summary.tsx";
import * as words from "./words.ts";

/** What is heard of the files that come. */
interface Coming {
  isOver: boolean;
  choose: () => void;
}

interface DropZoneProps {
  files: Coming;
  text: string;
  /** What is said while files are held over it. */
  over: string;
  button: string;
  busy: boolean;
  /** What may be let go. */
  kinds?: string;
  /** Whether the page has another main button. */
  isAside?: boolean;
  children?: ComponentChildren;
}

export function DropZone({ files, text, over, button, busy, kinds, isAside, children }: DropZoneProps) {
  const id = useId();
  return (
    <div class={files.isOver ? "drop over" : "drop"}>
      <p>
        <b>{files.isOver ? over : text}</b>
      </p>
      <p class="hint" id={id}>
        {kinds}
      </p>
      <Button
        sign="paper"
        look={isAside ? undefined : "main"}
        shortcut={words.chooseKey}
        describedBy={id}
        disabled={busy}
        onClick={files.choose}
      >
        {button}
      </Button>
      {children}
    </div>
  );
}

/** The same in one line; what is rare opens under it. */
export function DropLine({
  files,
  text,
  over,
  button,
  busy,
  children,
}: Omit<DropZoneProps, "kinds" | "isAside">) {
  const said = files.isOver ? over : text;
  return (
    <footer class={files.isOver ? "dropline over" : "dropline"}>
      {children ? (
        <details>
          <Summary>{said}</Summary>
          {children}
        </details>
      ) : (
        <span>{said}</span>
      )}
      <Button small disabled={busy} shortcut={words.chooseKey} onClick={files.choose}>
        {button}
      </Button>
    </footer>
  );
}
