// Those who send people, for the field that chooses one of them.

import { useAction, useAnswer } from "./answers.ts";
import { call } from "./call.ts";
import type { CallName } from "./kinds.ts";

const takenBack = (by: CallName) => by === "undo" || by === "redo";

export function useReferrers() {
  // The list of those who send people changes in Partners, on another screen.
  const { value: view, set } = useAnswer("referrers", {}, takenBack);
  const adding = useAction(async (structure: string, kind: string): Promise<string | null> => {
    const known = new Set(view?.referrers.map(({ id }) => id));
    const rest = { name: "", phone: "", email: "", address: "" };
    const next = await call("add_referrer", { structure, kind, ...rest });
    set(next);
    const added = next.referrers.find(({ id }) => !known.has(id));
    return added ? String(added.id) : null;
  });
  const options = view?.referrers.map(({ id, label, retired }) => ({ key: String(id), label, retired }));
  return { options: options ?? [], kinds: view?.kinds ?? [], adding };
}
