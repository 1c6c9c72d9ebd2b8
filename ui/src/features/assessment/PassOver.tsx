// The reason for passing over a check, under its result: Entrée keeps it.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { AssessmentView, Check } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { TextArea } from "../../parts/TextArea.tsx";
import * as words from "./words.ts";

interface PassOverProps {
  dossier: number;
  check: Check;
  onPassed: (view: AssessmentView) => void;
  onClose: () => void;
}

export function PassOver({ dossier, check, onPassed, onClose }: PassOverProps) {
  const form = useForm({
    name: "check_passed_over",
    dossier,
    recorded: { reason: "" },
    send: async ({ reason }) =>
      onPassed(await call("pass_over_check", { dossier, check: check.key, reason })),
    of: { check: check.key },
  });
  return (
    <AddingForm
      label={words.passOverOf(check.label)}
      form={form}
      entry="reason"
      actions={words.passing}
      onClose={onClose}
    >
      <TextArea label={words.reason} hint={words.reasonHint} rows={2} {...form.tie("reason")} />
    </AddingForm>
  );
}
