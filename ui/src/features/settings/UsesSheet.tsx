import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { UsesVersion, UsesView } from "../../ipc/types.ts";
import { FieldError } from "../../parts/Field.tsx";
import { Fieldset } from "../../parts/Fieldset.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { datedForm, datedInput, type How, type UsesForm, usesFields } from "./logic.ts";
import { OpenedForm } from "./OpenedForm.tsx";
import { Clauses, DatingFields, Modify } from "./Versions.tsx";
import * as words from "./words.ts";

/** What the office uses: what it does without is offered nowhere. */
export function UsesSheet() {
  const { value: view, failure, set } = useAnswer("office_uses", {});
  const [opened, open] = useState<How | null>(null);
  const inForce = view?.versions.find((one) => one.version.state === "in_force") ?? view?.versions[0];
  if (!view || !inForce) return <Refused failure={failure} />;
  return (
    <Sheet
      title={words.uses}
      note={inForce.version.period}
      actions={opened === null && <Modify label={words.modifyUses} onClick={() => open("change")} />}
    >
      {opened === null ? (
        <Clauses clauses={inForce.clauses} caption={words.uses} />
      ) : (
        <UsesEdit rules={inForce} onChanged={set} onClose={() => open(null)} />
      )}
    </Sheet>
  );
}

interface EditProps {
  rules: UsesVersion;
  onChanged: (view: UsesView) => void;
  onClose: () => void;
}

function UsesEdit({ rules, onChanged, onClose }: EditProps) {
  const key = `uses ${rules.version.from.iso}`;
  const form = useForm<UsesForm>({
    name: key,
    recorded: datedForm(rules, "change"),
    send: async (typed) => {
      onChanged(await call("set_office_uses", datedInput(typed)));
      onClose();
      return words.saved;
    },
  });
  return (
    <OpenedForm form={form} label={words.change} name={words.uses} onClose={onClose}>
      <DatingFields form={form} version={rules.version} choice />
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
    </OpenedForm>
  );
}
