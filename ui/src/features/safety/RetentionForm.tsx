// Archiving a dossier or keeping it longer: a reason, and for the latter a day.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { RetentionRow, RetentionView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form, leave } from "../../parts/Form.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import * as all from "./words.ts";

const words = all.retention;

interface FormProps {
  row: RetentionRow;
  as: "archive" | "extend";
  onClose: (next?: RetentionView) => void;
}

export function RetentionForm({ row, as, onClose }: FormProps) {
  const dossier = row.dossier;
  const form = useForm({
    name: `retention:${as}`,
    dossier,
    recorded: { reason: "", until: "" },
    send: async ({ reason, until }) =>
      onClose(
        as === "archive"
          ? await call("archive_dossier", { dossier, reason })
          : await call("extend_retention", { dossier, reason, until }),
      ),
  });
  return (
    <Form
      form={form}
      class=""
      label={as === "archive" ? words.archiveOf(row.reference) : words.extendOf(row.reference)}
      onClose={() => onClose()}
      entry
      end={
        <div class="row end">
          <Button onClick={() => leave(form, onClose)}>{words.leave}</Button>
          <Button submit look="main" disabled={form.busy}>
            {as === "archive" ? words.archive : words.extend}
          </Button>
        </div>
      }
    >
      <div class="row top">
        <TextField class="grow" label={as === "archive" ? words.need : words.why} {...form.tie("reason")} />
        {as === "extend" && <DateField label={words.until} {...form.tie("until")} />}
      </div>
    </Form>
  );
}
