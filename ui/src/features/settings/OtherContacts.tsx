// Who else is reached at a bank; the contact above is the main one, and any of these may take its place.

import type { Form } from "../../ipc/form.ts";
import type { ContactFields, LenderFields } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { Fold } from "./Fold.tsx";
import * as words from "./words.ts";

const blank: ContactFields = { name: "", role: "", phone: "", email: "" };

export function OtherContacts({ form }: { form: Form<LenderFields> }) {
  const { others } = form.typed;
  const put = (next: ContactFields[]) => form.put({ others: next });
  const tie = (at: number, field: keyof ContactFields) => ({
    name: `others.${at}.${field}`,
    error: form.errorOf(`others.${at}.${field}`),
    value: others[at]?.[field] ?? "",
    onInput: (text: string) =>
      put(others.map((one, place) => (place === at ? { ...one, [field]: text } : one))),
  });
  const promote = (at: number) => {
    const { contact: name, contact_role: role, phone, email } = form.typed;
    const main = others[at];
    if (!main) return;
    form.put({
      contact: main.name,
      contact_role: main.role,
      phone: main.phone,
      email: main.email,
      others: others
        .map((one, place) => (place === at ? { name, role, phone, email } : one))
        .filter((one) => Object.values(one).some((text) => text !== "")),
    });
  };
  return (
    <Fold summary={words.otherContacts} isStated={others.length > 0}>
      <div class="stack">
        {others.map((one, at) => (
          <div class="form" key={at}>
            <TextField label={words.name} class="half" {...tie(at, "name")} />
            <TextField label={words.contactRole} class="half" optional {...tie(at, "role")} />
            <TextField label={words.phone} class="half" optional inputMode="tel" {...tie(at, "phone")} />
            <TextField label={words.email} class="half" optional inputMode="email" {...tie(at, "email")} />
            <div class="row">
              <button
                type="button"
                class="button small"
                aria-label={words.makeMainOf(one.name)}
                onClick={() => promote(at)}
              >
                {words.makeMain}
              </button>
              <button
                type="button"
                class="button quiet small"
                aria-label={words.removeContact(one.name)}
                onClick={() => put(others.filter((_, place) => place !== at))}
              >
                {words.remove}
              </button>
            </div>
          </div>
        ))}
        <div>
          <Button small sign="plus" onClick={() => put([...others, blank])}>
            {words.addContact}
          </Button>
        </div>
      </div>
    </Fold>
  );
}
