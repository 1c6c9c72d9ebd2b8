// One ledger of the project: its rows edited where they stand, one action each.

import { useRef, useState } from "preact/hooks";
import { asFailure } from "../../ipc/call.ts";
import { useLineDraft } from "../../ipc/lines.ts";
import type { Failure, ProjectView } from "../../ipc/types.ts";
import { type Ledger, useLedger } from "../../parts/ledger.ts";
import { rowOnly } from "./logic.ts";

export interface RowsDoor<R, V> {
  dossier: number;
  form: string;
  rows: readonly R[];
  id: (row: R) => number;
  values: (row: R) => V;
  blank: V;
  isReady: boolean;
  change: (row: number, typed: V) => Promise<ProjectView>;
  remove: (row: number) => Promise<ProjectView>;
  onChanged: (view: ProjectView) => void;
}

export interface Rows<V> {
  ledger: Ledger<V>;
  found: { body: V & { row: number | null }; keptAt: string } | null;
  settle: () => void;
  failure: Failure | null;
  isAdding: boolean;
  setAdding: (isAdding: boolean) => void;
}

export function useRows<R, V extends object>(door: RowsDoor<R, V>): Rows<V> {
  const [isAdding, setAdding] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reopen = useRef<(row: number, typed: V) => void>(() => undefined);
  const blankDraft = { ...door.blank, row: null as number | null };
  const draft = useLineDraft(door.dossier, door.form, blankDraft, door.isReady, (body) => {
    if (body.row === null) setAdding(true);
    else reopen.current(body.row, rowOnly(door.blank, body));
  });
  const ledger = useLedger<V>({
    lines: door.rows.map(door.id),
    values: (id) => {
      const row = door.rows.find((one) => door.id(one) === id);
      return row ? door.values(row) : null;
    },
    mainCell: () => "amount",
    afterEnter: "rest",
    send: async (row, typed) => {
      draft.forget();
      try {
        door.onChanged(await door.change(row, typed));
        draft.settle();
        return null;
      } catch (reason) {
        draft.keep({ ...typed, row });
        return asFailure(reason);
      }
    },
    remove: async (row) => {
      setFailure(null);
      draft.forget();
      try {
        door.onChanged(await door.remove(row));
        return true;
      } catch (reason) {
        setFailure(asFailure(reason));
        return false;
      }
    },
    keep: (row, typed) => draft.keep({ ...typed, row }),
    giveUp: draft.drop,
  });
  reopen.current = (row, typed) => ledger.open(row, undefined, typed);
  return { ledger, found: draft.found, settle: draft.settle, failure, isAdding, setAdding };
}
