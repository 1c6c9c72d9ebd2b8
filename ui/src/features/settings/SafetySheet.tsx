import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { SafetyRulesFields } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { clausesOf, DatedSheet, useDated } from "./DatedSheet.tsx";
import { datedForm, datedInput, safetyFields } from "./logic.ts";
import * as words from "./words.ts";

/** When the office locks itself, how old its copies may become, when its code is tried again. */
export function SafetySheet() {
  const { value: view, failure, set } = useAnswer("safety_rules", {});
  const dated = useDated("safety", view?.versions);
  if (!view) return <Refused failure={failure} />;
  return (
    <DatedSheet
      title={words.safety}
      modify={words.modifySafety}
      dated={dated}
      formName={words.safety}
      recorded={datedForm<SafetyRulesFields>}
      send={async (typed) => set(await call("set_safety_rules", datedInput(typed)))}
      says={clausesOf(words.safety)}
    >
      {(form) => (
        <div class="form">
          {safetyFields.map((field) => (
            <TextField
              key={field}
              label={words.safetyFields[field].label}
              class="half"
              hint={words.safetyFields[field].hint}
              width="w-short"
              inputMode="numeric"
              {...form.tie(field)}
            />
          ))}
        </div>
      )}
    </DatedSheet>
  );
}
