// Archiving a dossier or keeping it longer: a reason, and for the latter a day.

import { useLayoutEffect, useRef } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { sends, useTypedForm } from "../../ipc/forms.ts";
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
  const place = useRef<HTMLFormElement>(null);
  const dossier = row.dossier;
  const form = useTypedForm({ reason: "", until: "" }, async ({ reason, until }) =>
    onClose(
      as === "archive"
        ? await call("archive_dossier", { dossier, reason })
        : await call("extend_retention", { dossier, reason, until }),
    ),
  );
  const { refused } = form;
  useLayoutEffect(() => place.current?.querySelector("input")?.focus(), [as]);
  useLayoutEffect(() => {
    if (refused) focusField(place.current, refused.field);
  }, [refused]);
  return (
    <form
      ref={place}
      noValidate
      aria-label={as === "archive" ? words.archiveOf(row.reference) : words.extendOf(row.reference)}
      onSubmit={sends(form.run)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      <div class="row top">
        <TextField class="grow" label={as === "archive" ? words.need : words.why} {...form.tie("reason")} />
        {as === "extend" && (
          <DateField label={words.until} placeholder={words.dateForm} {...form.tie("until")} />
        )}
      </div>
      <Refused failure={form.failure} />
      <div class="row end">
        <Button onClick={() => onClose()}>{words.leave}</Button>
        <Button submit look="main" disabled={form.busy}>
          {as === "archive" ? words.archive : words.extend}
        </Button>
      </div>
    </form>
  );
}
