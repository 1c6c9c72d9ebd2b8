// Archiving a dossier or keeping it longer: a reason, and for the latter a day.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { errorAt } from "../../ipc/forms.ts";
import type { RetentionRow, RetentionView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField } from "../../parts/place.ts";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as all from "./words.ts";

const words = all.retention;

interface FormProps {
  row: RetentionRow;
  as: "archive" | "extend";
  onClose: (next?: RetentionView) => void;
}

export function RetentionForm({ row, as, onClose }: FormProps) {
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState("");
  const place = useRef<HTMLFormElement>(null);
  const dossier = row.dossier;
  const deciding = useAction(async () =>
    as === "archive"
      ? call("archive_dossier", { dossier, reason })
      : call("extend_retention", { dossier, reason, until }),
  );
  const { failure } = deciding;
  useLayoutEffect(() => place.current?.querySelector("input")?.focus(), [as]);
  useLayoutEffect(() => {
    if (failure) focusField(place.current, failure.field);
  }, [failure]);
  const send = async (event: Event) => {
    event.preventDefault();
    const next = await deciding.run();
    if (next) onClose(next);
  };
  return (
    <form
      ref={place}
      noValidate
      aria-label={as === "archive" ? words.archiveOf(row.reference) : words.extendOf(row.reference)}
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      <div class="row top">
        <TextField
          class="grow"
          name="reason"
          label={as === "archive" ? words.need : words.why}
          value={reason}
          onInput={setReason}
          error={errorAt(failure, "reason")}
        />
        {as === "extend" && (
          <DateField
            name="until"
            label={words.until}
            placeholder={words.dateForm}
            value={until}
            onInput={setUntil}
            error={errorAt(failure, "until")}
          />
        )}
      </div>
      <Refused failure={failure?.field ? null : failure} />
      <div class="row end">
        <Button onClick={() => onClose()}>{words.leave}</Button>
        <Button submit look="main" disabled={deciding.busy}>
          {as === "archive" ? words.archive : words.extend}
        </Button>
      </div>
    </form>
  );
}
