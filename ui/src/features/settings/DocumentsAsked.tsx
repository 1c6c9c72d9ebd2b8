// The papers a bank asks for beside the list, and those of the list it does without.

import type { Form } from "../../ipc/form.ts";
import type { LendersView } from "../../ipc/types.ts";
import { Select } from "../../parts/Select.tsx";
import { Fold } from "./Fold.tsx";
import type { AgreementForm } from "./logic.ts";
import * as words from "./words.ts";

interface AskedProps {
  form: Form<AgreementForm>;
  view: LendersView;
}

export function DocumentsAsked({ form, view }: AskedProps) {
  const { documents_added, documents_left_out } = form.typed;
  const isAny = documents_added.length + documents_left_out.length > 0;
  return (
    <Fold summary={words.documentsAsked} isStated={isAny}>
      <Several form={form} view={view} field="documents_added" label={words.documentsAdded} />
      <Several form={form} view={view} field="documents_left_out" label={words.documentsLeftOut} />
    </Fold>
  );
}

interface SeveralProps extends AskedProps {
  field: "documents_added" | "documents_left_out";
  label: string;
}

/** Chosen one at a time from the list, taken out by a button. */
function Several({ form, view, field, label }: SeveralProps) {
  const chosen = form.typed[field];
  const named = (key: string) => view.documents.find((one) => one.key === key)?.label ?? key;
  const left = view.documents.filter(({ key }) => !chosen.includes(key));
  return (
    <>
      <Select
        label={label}
        name={field}
        blank={words.chooseDocument}
        options={left}
        value=""
        error={form.errorOf(field)}
        onInput={(key) => key && form.put({ [field]: [...chosen, key] })}
      />
      {chosen.length > 0 && (
        <ul class="plain" aria-label={label}>
          {chosen.map((key) => (
            <li key={key}>
              {named(key)}{" "}
              <button
                type="button"
                class="button quiet small"
                aria-label={words.removeDocument(named(key))}
                onClick={() => form.put({ [field]: chosen.filter((one) => one !== key) })}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
