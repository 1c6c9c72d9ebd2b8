import { useRef } from "preact/hooks";
import type { Choices, DossierView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { momentText } from "../../parts/moment.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { MemberTable } from "./MemberTable.tsx";
import { NewMember } from "./NewMember.tsx";
import { useHousehold } from "./useHousehold.ts";
import * as words from "./words.ts";

interface HouseholdProps {
  view: DossierView;
  choices: Choices | null;
  onChanged: (view: DossierView) => void;
}

export function HouseholdSheet({ view, choices, onChanged }: HouseholdProps) {
  const { ledger, draft, failure, isAdding, setAdding } = useHousehold(view, onChanged);
  const addButton = useRef<HTMLSpanElement>(null);
  const add = async () => {
    if (await ledger.finish()) setAdding(true);
  };
  useKeys({ "Alt+n": () => void add() });

  return (
    <Sheet
      title={words.household}
      note={view.household.sentence}
      actions={
        <span ref={addButton}>
          <Button small sign="plus" shortcut={words.addKey} onClick={add}>
            {words.addMember}
          </Button>
        </span>
      }
    >
      {draft.found && (
        <div class="body">
          <Notice tone="info" title={words.draftFound(momentText(draft.found.keptAt))}>
            {draft.found.body.member === null ? words.draftInForm : words.draftText}
          </Notice>
        </div>
      )}
      {isAdding && (
        <NewMember
          dossier={view.id}
          choices={choices}
          onAdded={(next) => {
            draft.settle();
            onChanged(next);
          }}
          onClose={() => {
            draft.settle();
            setAdding(false);
            addButton.current?.querySelector("button")?.focus();
          }}
        />
      )}
      <Refused failure={failure} />
      <MemberTable household={view.household} choices={choices} ledger={ledger} />
    </Sheet>
  );
}
