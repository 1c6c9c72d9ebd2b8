import { useEffect, useRef, useState } from "preact/hooks";
import { asFailure, call } from "../../ipc/call.ts";
import { drafts, type FoundDraft, findDraft } from "../../ipc/drafts.ts";
import type { Choices, DossierView, Failure } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { useLedger } from "../../parts/ledger.ts";
import { momentText } from "../../parts/moment.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { blankMember, type MemberForm, memberForm } from "./logic.ts";
import { MemberTable } from "./MemberTable.tsx";
import { NewMember } from "./NewMember.tsx";
import { words } from "./words.ts";

const FORM = "member";
const blankDraft = { ...blankMember, member: null as number | null };

interface HouseholdProps {
  view: DossierView;
  choices: Choices | null;
  onChanged: (view: DossierView) => void;
}

export function HouseholdSheet({ view, choices, onChanged }: HouseholdProps) {
  const { members } = view.household;
  const dossier = view.id;
  const [isAdding, setAdding] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [draft, setDraft] = useState<FoundDraft<typeof blankDraft> | null>(null);
  const addButton = useRef<HTMLSpanElement>(null);

  const ledger = useLedger<MemberForm>({
    lines: members.map(({ id }) => id),
    values: (line) => {
      const member = members.find(({ id }) => id === line);
      return member ? memberForm(member) : null;
    },
    mainCell: () => "share",
    send: async (member, typed) => {
      drafts.forget(dossier, FORM);
      try {
        onChanged(await call("change_member", { dossier, member, ...typed }));
        setDraft(null);
        return null;
      } catch (reason) {
        drafts.keep(dossier, FORM, { ...typed, member });
        return asFailure(reason);
      }
    },
    remove: async (member) => {
      setFailure(null);
      if (members.some(({ id, applicant }) => id === member && applicant)) return false;
      try {
        onChanged(await call("remove_member", { dossier, member }));
        return true;
      } catch (reason) {
        setFailure(asFailure(reason));
        return false;
      }
    },
    keep: (member, typed) => drafts.keep(dossier, FORM, { ...typed, member }),
    giveUp: () => {
      setDraft(null);
      drafts.drop(dossier, FORM);
    },
  });

  useEffect(() => {
    findDraft(dossier, FORM, blankDraft)
      .then((found) => {
        if (!found) return;
        const { member, ...typed } = found.body;
        setDraft(found);
        if (member === null) setAdding(true);
        else ledger.open(member, undefined, typed);
      })
      .catch(() => undefined);
  }, []);

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
      {draft && (
        <div class="body">
          <Notice tone="info" title={words.draftFound(momentText(draft.keptAt))}>
            {draft.body.member === null ? words.draftInForm : words.draftText}
          </Notice>
        </div>
      )}
      {isAdding && (
        <NewMember
          dossier={dossier}
          choices={choices}
          start={draft?.body.member === null ? draft.body : blankMember}
          onAdded={(next) => {
            setDraft(null);
            onChanged(next);
          }}
          onClose={() => {
            setDraft(null);
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
