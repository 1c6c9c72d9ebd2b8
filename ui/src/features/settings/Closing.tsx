import { Button } from "../../parts/Button.tsx";
import { type Formed, leave } from "../../parts/Form.tsx";
import * as words from "./words.ts";

interface ClosingProps {
  label: string;
  form: Formed & { told: string | null };
  /** Leaves the form, for one that was opened. */
  onClose?: () => void;
}

/** The end of a form: its button and what became of it. */
export function Closing({ label, form, onClose }: ClosingProps) {
  return (
    <div class="row middle">
      <Button submit look="main" disabled={form.busy}>
        {form.busy ? words.saving : label}
      </Button>
      {onClose && (
        <Button look="quiet" onClick={() => leave(form, onClose)}>
          {words.giveUp}
        </Button>
      )}
      <span class="hint" role="status">
        {form.told ?? (form.isBlank ? null : words.notYet)}
      </span>
    </div>
  );
}
