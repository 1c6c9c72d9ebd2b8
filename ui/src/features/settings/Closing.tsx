import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import type { Form } from "./useForm.ts";
import * as words from "./words.ts";

interface ClosingProps {
  label: string;
  form: Pick<Form<object>, "busy" | "told" | "failure">;
  /** Leaves the form, for one that was opened. */
  onClose?: () => void;
}

/** The end of a form: its button, what became of it, the refusal that belongs to no field. */
export function Closing({ label, form, onClose }: ClosingProps) {
  return (
    <>
      <div class="row mid">
        <Button submit look="main" disabled={form.busy}>
          {form.busy ? words.saving : label}
        </Button>
        {onClose && (
          <Button look="quiet" onClick={onClose}>
            {words.giveUp}
          </Button>
        )}
        <span class="hint" role="status">
          {form.told}
        </span>
      </div>
      <Refused failure={form.failure} />
    </>
  );
}
