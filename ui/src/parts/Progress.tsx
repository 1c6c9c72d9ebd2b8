import { useId } from "preact/hooks";
import { Button } from "./Button.tsx";
import { useKeys } from "./keys.ts";
import * as words from "./words.ts";

interface ProgressProps {
  text: string;
  hint?: string;
  step: { done: number; of: number } | null;
  /** Nothing when it can no longer be stopped. */
  onStop: (() => void) | undefined;
}

/** A wait over one second: what is being done, how far, and what stops it. */
export function Progress({ text, hint, step, onStop }: ProgressProps) {
  const id = useId();
  useKeys(onStop ? { Escape: onStop } : {});
  return (
    <div class="wait">
      <p id={id} role="status">
        {text}
      </p>
      {step ? (
        <progress aria-labelledby={id} value={step.done} max={step.of} />
      ) : (
        <progress aria-labelledby={id} />
      )}
      <div class="row">
        <span class="hint grow">{hint}</span>
        {onStop && (
          <Button small onClick={onStop} shortcut={words.escapeKey}>
            {words.stop}
          </Button>
        )}
      </div>
    </div>
  );
}
