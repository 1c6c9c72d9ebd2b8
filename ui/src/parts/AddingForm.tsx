// The tinted form that adds lines one after the other: Entrée adds from any
// field, Ctrl Entrée from a button too, Échap leaves it.

import type { ComponentChildren, RefObject } from "preact";
import { Button } from "./Button.tsx";
import { type Refusal, Refused } from "./Notice.tsx";

export interface AddingWords {
  add: string;
  adding: string;
  enter: string;
  close: string;
  giveUp: string;
  escape: string;
}

interface AddingProps {
  place: RefObject<HTMLFormElement | null>;
  label: string;
  form: {
    isBlank: boolean;
    busy: boolean;
    refused: (Refusal & { field: string | null }) | null;
    run: () => void;
    giveUp: () => void;
  };
  actions: AddingWords;
  /** Whether the buttons end the row of the last fields. */
  wide: boolean;
  onClose: () => void;
  children: ComponentChildren;
}

export function AddingForm({ place, label, form, actions, wide, onClose, children }: AddingProps) {
  const close = () => {
    form.giveUp();
    onClose();
  };
  return (
    <form
      class="adding"
      ref={place}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.run();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        else if (event.key === "Enter" && (event.ctrlKey || event.target instanceof HTMLSelectElement)) {
          // A closed list would open instead; Alt ↓ and Space still open it.
          place.current?.requestSubmit();
        } else return;
        event.preventDefault();
      }}
    >
      <div class="form six">
        {children}
        <div class={wide ? "acts t9" : "acts"}>
          <Button submit look="main" shortcut={actions.enter} disabled={form.busy}>
            {form.busy ? actions.adding : actions.add}
          </Button>
          <Button look="quiet" shortcut={actions.escape} onClick={close}>
            {form.isBlank ? actions.close : actions.giveUp}
          </Button>
        </div>
      </div>
      <Refused failure={hasField(place.current, form.refused?.field) ? null : form.refused} />
    </form>
  );
}

/** A refusal of a field that is not on the form is shown under it. */
function hasField(place: ParentNode | null, field: string | null | undefined): boolean {
  return !!field && !!place?.querySelector(`[name="${CSS.escape(field)}"]`);
}
