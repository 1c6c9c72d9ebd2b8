// Erasing, in a dialog that says what goes and what stays, and asks for the
// reference again.

import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { CertificateView, ErasurePreview, RetentionRow } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Form } from "../../parts/Form.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Select } from "../../parts/Select.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as all from "./words.ts";

const words = all.erasing;

interface ErasingProps {
  row: Pick<RetentionRow, "dossier" | "reference">;
  /** The reason offered first. */
  because: "retention_over" | "asked_by_person";
  onDone: (certificate: CertificateView) => void;
  onClose: () => void;
}

export function ErasingDialog({ row, because, onDone, onClose }: ErasingProps) {
  const { value: preview, failure } = useAnswer("erasure_preview", { dossier: row.dossier }, () => false);
  return (
    <Dialog title={words.title(row.reference)} onClose={onClose}>
      {(close) => (
        <>
          <h2>{words.title(row.reference)}</h2>
          <Refused failure={failure} />
          {preview && <Erasing preview={preview} because={because} onDone={onDone} />}
          {!preview && (
            <div class="row end">
              <Button onClick={close}>{words.leave}</Button>
            </div>
          )}
        </>
      )}
    </Dialog>
  );
}

interface FormProps extends Pick<ErasingProps, "because" | "onDone"> {
  preview: ErasurePreview;
}

function Erasing({ preview, because, onDone }: FormProps) {
  const form = useForm({
    name: "erase",
    recorded: {
      scope: "dossier",
      reason: because as string,
      decided_on: "",
      typed_reference: "",
      keeps_figures: true,
    },
    isQuestion: true,
    send: async ({ scope, ...asked }) =>
      onDone(
        await call(scope === "dossier" ? "erase_dossier" : "erase_person", {
          dossier: preview.dossier,
          ...asked,
        }),
      ),
  });
  const { typed, put, busy } = form;
  const leave = () => form.place.current?.closest("dialog")?.close();
  return (
    <Form
      form={form}
      class="stack"
      end={
        <>
          <p role="status">{busy && words.working}</p>
          <div class="row end">
            <Button onClick={leave} disabled={busy}>
              {words.leave}
            </Button>
            <Button submit look="danger" disabled={busy}>
              {words.erase}
            </Button>
          </div>
        </>
      }
    >
      {preview.others.length > 0 && (
        <fieldset>
          <legend>{words.scope(preview.others.join(", "))}</legend>
          {(["dossier", "person"] as const).map((one) => (
            <label class="check" key={one}>
              <input
                type="radio"
                name="scope"
                checked={typed.scope === one}
                onChange={() => put({ scope: one })}
              />
              {one === "dossier" ? words.onlyThis(preview.reference) : words.allOfThem}
            </label>
          ))}
        </fieldset>
      )}
      <h3>{words.goes}</h3>
      <ul>
        {(typed.scope === "dossier" ? preview.goes : preview.goes_with_person).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{words.stays}</h3>
      <ul>
        {preview.stays.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div class="row top">
        <Select label={words.reason} options={preview.reasons} {...form.tie("reason")} />
        <DateField
          label={words.decidedOn}
          optional
          hint={words.decidedHint}
          {...form.tie("decided_on", "date")}
        />
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={typed.keeps_figures}
          onChange={(event) => put({ keeps_figures: event.currentTarget.checked })}
        />
        {words.keepsFigures}
      </label>
      <TextField
        label={words.typeAgain(preview.reference)}
        hint={words.copyFirst}
        width="w-tel"
        {...form.tie("typed_reference")}
      />
    </Form>
  );
}
