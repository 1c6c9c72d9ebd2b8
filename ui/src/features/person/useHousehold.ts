// The household of one dossier: its lines edited where they stand, one action each.

import { useRef, useState } from "preact/hooks";
import { asFailure, call } from "../../ipc/call.ts";
import { useLineDraft } from "../../ipc/lines.ts";
import type { DossierView, Failure } from "../../ipc/types.ts";
import { useLedger } from "../../parts/ledger.ts";
import { blankMember, type MemberForm, memberForm } from "./logic.ts";

const blankDraft = { ...blankMember, member: null as number | null };

export function useHousehold(view: DossierView, onChanged: (view: DossierView) => void) {
  const dossier = view.id;
  const { members } = view.household;
  const [isAdding, setAdding] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reopen = useRef<(member: number, typed: MemberForm) => void>(() => undefined);
  const draft = useLineDraft(dossier, "member", blankDraft, true, (body) => {
    if (body.member === null) setAdding(true);
    else reopen.current(body.member, memberForm(body));
  });

  const ledger = useLedger<MemberForm>({
    lines: members.map(({ id }) => id),
    values: (line) => {
      const member = members.find(({ id }) => id === line);
      return member ? memberForm(member) : null;
    },
    mainCell: () => "share",
    // An arrow pressed on the way must not change the share of the next one.
    afterEnter: "rest",
    send: async (member, typed) => {
      draft.forget();
      try {
        onChanged(await call("change_member", { dossier, member, ...typed }));
        draft.settle();
        return null;
      } catch (reason) {
        draft.keep({ ...typed, member });
        return asFailure(reason);
      }
    },
    remove: async (member) => {
      setFailure(null);
      // The person who asks stays in the household.
      if (members.some(({ id, applicant }) => id === member && applicant)) return false;
      draft.forget();
      try {
        onChanged(await call("remove_member", { dossier, member }));
        return true;
      } catch (reason) {
        setFailure(asFailure(reason));
        return false;
      }
    },
    keep: (member, typed) => draft.keep({ ...typed, member }),
    giveUp: draft.drop,
  });
  reopen.current = (member, typed) => ledger.open(member, undefined, typed);

  return { ledger, draft, failure, isAdding, setAdding };
}
