import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { UsesFields } from "../../ipc/types.ts";
import { FieldError } from "../../parts/Field.tsx";
import { Fieldset } from "../../parts/Fieldset.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { clausesOf, DatedSheet, useDated } from "./DatedSheet.tsx";
import { datedForm, datedInput, usesFields } from "./logic.ts";
import * as words from "./words.ts";

/** What the office uses: what it does without is offered nowhere. */
export function UsesSheet() {
  const { value: view, failure, set } = useAnswer("office_uses", {});
  const dated = useDated("uses", view?.versions);
  if (!view) return <Refused failure={failure} />;
  return (
    <DatedSheet
      title={words.uses}
      modify={words.modifyUses}
      dated={dated}
      formName={words.uses}
      recorded={datedForm<UsesFields>}
      send={async (typed) => set(await call("set_office_uses", datedInput(typed)))}
      says={clausesOf(words.uses)}
    >
      {(form) => (
        <Fieldset legend={words.uses} hint={words.usesHint}>
          {usesFields.map((field) => {
            const error = form.errorOf(field);
            return (
              <div key={field}>
                <label class="check">
                  <input
                    type="checkbox"
                    name={field}
                    checked={form.typed[field]}
                    aria-describedby={error ? `${field}-error` : undefined}
                    onChange={(event) => form.put({ [field]: event.currentTarget.checked })}
                  />{" "}
                  {words.usesFields[field]}
                </label>
                {error && <FieldError id={`${field}-error`} text={error} />}
              </div>
            );
          })}
        </Fieldset>
      )}
    </DatedSheet>
  );
}
