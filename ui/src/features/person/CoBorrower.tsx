// Who borrows with the person: the same fields, once the household says so.

import { call } from "../../ipc/call.ts";
import type { Choices, DossierView, PersonFields } from "../../ipc/types.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Found, More, Names, Work } from "./Identity.tsx";
import { useFields } from "./useFields.ts";
import * as words from "./words.ts";

interface CoBorrowerProps {
  view: DossierView;
  saved: PersonFields;
  choices: Choices | null;
  onChanged: (view: DossierView) => void;
}

export function CoBorrower({ view, saved, choices, onChanged }: CoBorrowerProps) {
  const fields = useFields<PersonFields>(view.id, "co_borrower", saved, async (field, value) =>
    onChanged(await call("change_person", { dossier: view.id, of: "co_borrower", field, value })),
  );
  return (
    <>
      <Found fields={fields} />
      <Sheet title={words.coBorrower} note={words.coBorrowerNote}>
        <div class="body">
          <div class="form twelve">
            <Names fields={fields} choices={choices} />
            <Work fields={fields} choices={choices} />
          </div>
          <More fields={fields} choices={choices} />
        </div>
      </Sheet>
    </>
  );
}
