import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { SafetyRulesVersion, SafetyRulesView } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { datedForm, datedInput, type How, type SafetyForm, safetyFields } from "./logic.ts";
import { OpenedForm } from "./OpenedForm.tsx";
import { Clauses, DatingFields, Modify } from "./Versions.tsx";
import * as words from "./words.ts";

/** When the office locks itself, how old its copies may become, when its code is tried again. */
export function SafetySheet() {
  const { value: view, failure, set } = useAnswer("safety_rules", {});
  const [opened, open] = useState<How | null>(null);
  const inForce = view?.versions.find((one) => one.version.state === "in_force") ?? view?.versions[0];
  if (!view || !inForce) return <Refused failure={failure} />;
  return (
    <Sheet
      title={words.safety}
      note={inForce.version.period}
      actions={opened === null && <Modify label={words.modifySafety} onClick={() => open("change")} />}
    >
      {opened === null ? (
        <Clauses clauses={inForce.clauses} caption={words.safety} />
      ) : (
        <SafetyEdit rules={inForce} onChanged={set} onClose={() => open(null)} />
      )}
    </Sheet>
  );
}

interface EditProps {
  rules: SafetyRulesVersion;
  onChanged: (view: SafetyRulesView) => void;
  onClose: () => void;
}

function SafetyEdit({ rules, onChanged, onClose }: EditProps) {
  const key = `safety ${rules.version.from.iso}`;
  const form = useForm<SafetyForm>({
    name: key,
    recorded: datedForm(rules, "change"),
    send: async (typed) => {
      onChanged(await call("set_safety_rules", datedInput(typed)));
      onClose();
      return words.saved;
    },
  });
  return (
    <OpenedForm form={form} label={words.change} name={words.safety} onClose={onClose}>
      <DatingFields form={form} version={rules.version} choice />
      <div class="form">
        {safetyFields.map((field) => (
          <TextField
            key={field}
            label={words.safetyFields[field].label}
            class="h"
            hint={words.safetyFields[field].hint}
            width="w-short"
            inputMode="numeric"
            {...form.tie(field)}
          />
        ))}
      </div>
    </OpenedForm>
  );
}
