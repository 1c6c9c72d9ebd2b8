// The budget of one dossier: its lines edited where they stand, one action each.

import { useRef, useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { asFailure, call } from "../../ipc/call.ts";
import { useLineDraft } from "../../ipc/lines.ts";
import type { Failure } from "../../ipc/types.ts";
import { useLedger } from "../../parts/ledger.ts";
import { allLines, blankLine, type LineForm, lineForm, lineOnly } from "./logic.ts";

const blankDraft = { ...blankLine, line: null as number | null };
const never = () => false;

export function useBudget(dossier: number) {
  const choices = useAnswer("choices", {}, never).value;
  const budget = useAnswer("budget", { dossier });
  const [isAdding, setAdding] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const lines = budget.value ? allLines(budget.value) : [];
  const isReady = budget.value !== null && choices !== null;
  const reopen = useRef<(line: number, typed: LineForm) => void>(() => undefined);
  const draft = useLineDraft(dossier, "budget_line", blankDraft, isReady, (body) => {
    if (body.line === null) setAdding(true);
    else reopen.current(body.line, lineOnly(body));
  });

  const ledger = useLedger<LineForm>({
    lines: lines.map(({ id }) => id),
    values: (id) => {
      const line = lines.find((one) => one.id === id);
      return line ? lineForm(line) : null;
    },
    mainCell: () => "amount",
    afterEnter: "open",
    send: async (line, typed) => {
      draft.forget();
      try {
        budget.set(await call("change_budget_line", { dossier, line, fields: typed }));
        draft.settle();
        return null;
      } catch (reason) {
        draft.keep({ ...typed, line });
        return asFailure(reason);
      }
    },
    remove: async (line) => {
      setFailure(null);
      draft.forget();
      try {
        budget.set(await call("remove_budget_line", { dossier, line }));
        return true;
      } catch (reason) {
        setFailure(asFailure(reason));
        return false;
      }
    },
    keep: (line, typed) => draft.keep({ ...typed, line }),
    giveUp: draft.drop,
  });
  const change = (name: "confirm_budget_lines" | "prefill_budget") => async () => {
    setFailure(null);
    try {
      budget.set(await call(name, { dossier }));
    } catch (reason) {
      setFailure(asFailure(reason));
    }
  };
  reopen.current = (line, typed) => ledger.open(line, undefined, typed);

  return {
    confirm: change("confirm_budget_lines"),
    prefill: change("prefill_budget"),
    choices,
    budget,
    lines,
    ledger,
    draft,
    failure: failure ?? budget.failure,
    isAdding,
    setAdding,
  };
}
