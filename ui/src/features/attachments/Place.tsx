// Where a file that came goes, and what it is: Entrée places it as good and shows the next one.

import type { ComponentChildren } from "preact";
import { useForm } from "../../ipc/form.ts";
import type { Attachment, DocumentsChecklist } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { useNames } from "../../parts/names.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { lineKey, placeOf, placesOf } from "./logic.ts";
import * as words from "./words.ts";

/** A file, its place, and what is said of the paper: good, or why not. */
export interface Placed {
  attachment: number;
  document: string;
  part: string;
  state: string;
  reason: string;
}

/** A file is good until it is found wrong: placing it is receiving it. */
export const GOOD = "checked";

interface PlaceProps {
  view: DocumentsChecklist;
  file: Attachment;
  onPlace: (placed: Placed) => void;
  /** What is done with the file itself. */
  children: ComponentChildren;
}

export function Place({ view, file, onPlace, children }: PlaceProps) {
  const names = useNames();
  const { proposed } = file;
  const form = useForm({
    name: `place:${file.id}`,
    dossier: view.dossier,
    recorded: { place: proposed ? lineKey(proposed.place) : "", state: GOOD, reason: "" },
    send: async ({ place, state, reason }) =>
      onPlace({ attachment: file.id, ...placeOf(place), state, reason }),
  });
  const { place, state, reason } = form.typed;
  const needsReason = view.states.find(({ key }) => key === state)?.needs_reason ?? false;
  const isReady = place !== "" && !(needsReason && reason.trim() === "");
  const isProposed = proposed !== null && place === lineKey(proposed.place);
  return (
    <Form form={form} class="judge stack" data-bar send={() => isReady && form.run()}>
      <Select
        label={words.place}
        hint={isProposed ? proposed.why : words.documentHint}
        options={placesOf(view.files, file, names.of)}
        blank={words.toBeSpecified}
        {...form.tie("place")}
      />
      <div class="row">
        <Segmented
          legend={words.isNow}
          name="state"
          options={view.states.filter(({ is_judgement }) => is_judgement)}
          value={state}
          onInput={(next) => form.put({ state: next })}
        />
        {state !== GOOD && <TextField label={words.why} hint={words.whyHint} {...form.tie("reason")} />}
        <Button look="main" submit shortcut={words.enterKey} disabled={!isReady}>
          {words.placeIt}
        </Button>
      </div>
      <details class="fold">
        <Summary>{words.other}</Summary>
        {children}
      </details>
    </Form>
  );
}
