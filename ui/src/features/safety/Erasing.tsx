// Erasing, in a dialog that says what goes and what stays, and asks for the
// reference again.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { errorAt } from "../../ipc/sentence.ts";
import type { CertificateView, ErasurePreview, RetentionRow } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField } from "../../parts/place.ts";
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
  const [scope, setScope] = useState<"dossier" | "person">("dossier");
  const [reason, setReason] = useState<string>(because);
  const [decidedOn, setDecidedOn] = useState("");
  const [typed, setTyped] = useState("");
  const [keepsFigures, setKeepsFigures] = useState(true);
  const place = useRef<HTMLFormElement>(null);
  const erasing = useAction(async () =>
    call(scope === "dossier" ? "erase_dossier" : "erase_person", {
      dossier: preview.dossier,
      typed_reference: typed,
      reason,
      decided_on: decidedOn,
      keeps_figures: keepsFigures,
    }),
  );
  const { failure, busy } = erasing;
  useLayoutEffect(() => {
    if (failure) focusField(place.current, failure.field);
  }, [failure]);
  const leave = () => place.current?.closest("dialog")?.close();
  return (
    <form
      ref={place}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void erasing.run().then((done) => done && onDone(done));
      }}
    >
      {preview.others.length > 0 && (
        <fieldset>
          <legend>{words.scope(preview.others.join(", "))}</legend>
          {(["dossier", "person"] as const).map((one) => (
            <label class="check" key={one}>
              <input type="radio" name="scope" checked={scope === one} onChange={() => setScope(one)} />
              {one === "dossier" ? words.onlyThis(preview.reference) : words.allOfThem}
            </label>
          ))}
        </fieldset>
      )}
      <h3>{words.goes}</h3>
      <ul>
        {(scope === "dossier" ? preview.goes : preview.goes_with_person).map((line) => (
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
        <Select
          name="reason"
          label={words.reason}
          value={reason}
          options={preview.reasons}
          onInput={setReason}
          error={errorAt(failure, "reason")}
        />
        <DateField
          name="decided_on"
          label={words.decidedOn}
          optional
          hint={words.decidedHint}
          value={decidedOn}
          onInput={setDecidedOn}
          error={errorAt(failure, "decided_on")}
        />
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={keepsFigures}
          onChange={(event) => setKeepsFigures(event.currentTarget.checked)}
        />
        {words.keepsFigures}
      </label>
      <TextField
        name="typed_reference"
        label={words.typeAgain(preview.reference)}
        hint={words.copyFirst}
        width="w-tel"
        value={typed}
        onInput={setTyped}
        error={errorAt(failure, "typed_reference")}
      />
      <Refused failure={failure?.field ? null : failure} />
      <p role="status">{busy && words.working}</p>
      <div class="row end">
        <Button onClick={leave} disabled={busy}>
          {words.leave}
        </Button>
        <Button submit look="danger" disabled={busy}>
          {words.erase}
        </Button>
      </div>
    </form>
  );
}
