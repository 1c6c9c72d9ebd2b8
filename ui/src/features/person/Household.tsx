import { call } from "../../ipc/call.ts";
import { fieldsOnly, useLines } from "../../ipc/lines.ts";
import type { Choices, DossierView, Member } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { momentText } from "../../parts/moment.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { blankMember, type MemberForm } from "./logic.ts";
import { MemberTable } from "./MemberTable.tsx";
import { NewMember } from "./NewMember.tsx";
import * as words from "./words.ts";

interface HouseholdProps {
  view: DossierView;
  choices: Choices | null;
  onChanged: (view: DossierView) => void;
}

export function HouseholdSheet({ view, choices, onChanged }: HouseholdProps) {
  const { id: dossier, household } = view;
  const { ledger, found, failure, isAdding, addButton, add, settle, close } = useLines<Member, MemberForm>({
    dossier,
    form: "member",
    line: "member",
    rows: household.members,
    id: ({ id }) => id,
    values: (member) => fieldsOnly(blankMember, member),
    blank: blankMember,
    // An arrow pressed on the way must not change the share of the next one.
    afterEnter: "rest",
    mainField: "share",
    change: async (member, typed) => onChanged(await call("change_member", { dossier, member, ...typed })),
    stays: ({ applicant }) => applicant,
    remove: async (member) => onChanged(await call("remove_member", { dossier, member })),
  });
  useKeys({ "Alt+n": () => void add() });

  return (
    <Sheet
      title={words.household}
      note={household.sentence}
      actions={
        <span ref={addButton}>
          <Button small sign="plus" shortcut={words.addKey} onClick={add}>
            {words.addIt}
          </Button>
        </span>
      }
    >
      {found && (
        <div class="body">
          <Notice tone="info" title={words.draftFound(momentText(found.keptAt))}>
            {found.line === null ? words.draftInForm : words.draftText}
          </Notice>
        </div>
      )}
      {isAdding && (
        <NewMember
          dossier={dossier}
          choices={choices}
          onAdded={(next) => {
            settle();
            onChanged(next);
          }}
          onClose={close}
        />
      )}
      <Refused failure={failure} />
      <MemberTable household={household} choices={choices} ledger={ledger} />
    </Sheet>
  );
}
