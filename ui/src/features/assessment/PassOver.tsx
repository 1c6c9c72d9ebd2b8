// The reason for passing over a check, under its result: Entrée keeps it.

import { useEffect, useRef } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { errorAt, useDraftedForm } from "../../ipc/forms.ts";
import type { AssessmentView, Check } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { focusField } from "../../parts/place.ts";
import { TextArea } from "../../parts/TextArea.tsx";
import * as words from "./words.ts";

interface PassOverProps {
  dossier: number;
  check: Check;
  start: { check: string; reason: string };
  onPassed: (view: AssessmentView) => void;
  onClose: () => void;
}

export function PassOver({ dossier, check, start, onPassed, onClose }: PassOverProps) {
  const place = useRef<HTMLFormElement>(null);
  const focus = (field: string | null) => focusField(place.current, field);
  const form = useDraftedForm({
    dossier,
    form: "check_passed_over",
    start,
    isBlank: ({ reason }) => reason.trim() === "",
    draftOf: (typed) => typed,
    send: async ({ reason }) => {
      onPassed(await call("pass_over_check", { dossier, check: check.key, reason }));
      return start;
    },
    onRefused: focus,
  });
  useEffect(() => {
    focus("reason");
  }, []);
  return (
    <AddingForm
      place={place}
      label={words.passOverOf(check.label)}
      form={form}
      actions={words.passing}
      wide={false}
      onClose={onClose}
    >
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        rows={2}
        name="reason"
        value={form.typed.reason}
        error={errorAt(form.refused, "reason")}
        onInput={(reason) => form.put({ reason })}
      />
    </AddingForm>
  );
}
