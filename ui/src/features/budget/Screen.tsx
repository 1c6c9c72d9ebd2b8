import { useEffect, useRef, useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { asFailure, call } from "../../ipc/call.ts";
import { drafts, type FoundDraft, findDraft } from "../../ipc/drafts.ts";
import type { DossierView, Failure } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { useKeys } from "../../parts/keys.ts";
import { useLedger } from "../../parts/ledger.ts";
import { momentText } from "../../parts/moment.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { BudgetTable } from "./BudgetTable.tsx";
import { allLines, blankLine, type LineForm, lineForm } from "./logic.ts";
import { Meaning } from "./Meaning.tsx";
import { NewLine } from "./NewLine.tsx";
import { words } from "./words.ts";

const FORM = "budget_line";
const blankDraft = { ...blankLine, line: null as number | null };
type LineDraft = FoundDraft<typeof blankDraft>;
const never = () => false;

export function Budget({ view }: { view: DossierView }) {
  const dossier = view.id;
  const choices = useAnswer("choices", {}, never).value;
  const budget = useAnswer("budget", { dossier });
  const [isAdding, setAdding] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [draft, setDraft] = useState<LineDraft | null>(null);
  const addButton = useRef<HTMLSpanElement>(null);
  const lines = budget.value ? allLines(budget.value) : [];

  const ledger = useLedger<LineForm>({
    lines: lines.map(({ id }) => id),
    values: (id) => {
      const line = lines.find((one) => one.id === id);
      return line ? lineForm(line) : null;
    },
    mainCell: () => "amount",
    send: async (line, typed) => {
      drafts.forget(dossier, FORM);
      try {
        budget.set(await call("change_budget_line", { dossier, line, ...typed }));
        setDraft(null);
        return null;
      } catch (reason) {
        drafts.keep(dossier, FORM, { ...typed, line });
        return asFailure(reason);
      }
    },
    remove: async (line) => {
      setFailure(null);
      drafts.forget(dossier, FORM);
      try {
        budget.set(await call("remove_budget_line", { dossier, line }));
        return true;
      } catch (reason) {
        setFailure(asFailure(reason));
        return false;
      }
    },
    keep: (line, typed) => drafts.keep(dossier, FORM, { ...typed, line }),
    giveUp: () => {
      setDraft(null);
      drafts.drop(dossier, FORM);
    },
  });

  const isReady = budget.value !== null && choices !== null;
  useEffect(() => {
    if (!isReady) return;
    findDraft(dossier, FORM, blankDraft)
      .then((found) => {
        if (!found) return;
        const { line, ...typed } = found.body;
        setDraft(found);
        if (line === null) setAdding(true);
        else ledger.open(line, undefined, typed);
      })
      .catch(() => undefined);
  }, [isReady]);

  const add = async () => {
    if (await ledger.finish()) setAdding(true);
  };
  useKeys({ "Alt+n": () => void add() });

  const addAction = (
    <span ref={addButton}>
      <Button small sign="plus" shortcut={words.addKey} onClick={add}>
        {words.add}
      </Button>
    </span>
  );
  return (
    <div class="cols budget">
      <Sheet title={words.title} note={budget.value?.sentence} actions={addAction}>
        <Refused failure={failure ?? budget.failure} />
        {draft && (
          <div class="body">
            <Notice tone="info" title={words.draftFound(momentText(draft.keptAt))}>
              {words.draftText}
            </Notice>
          </div>
        )}
        {isAdding && choices && (
          <NewLine
            dossier={dossier}
            choices={choices}
            start={draft?.body.line === null ? draft.body : blankLine}
            onAdded={(next) => {
              setDraft(null);
              budget.set(next);
            }}
            onClose={() => {
              setDraft(null);
              setAdding(false);
              addButton.current?.querySelector("button")?.focus();
            }}
          />
        )}
        {budget.value && lines.length === 0 && !isAdding ? (
          <div class="body">
            <Empty title={words.emptyTitle} text={words.emptyText}>
              <Button look="main" sign="plus" shortcut={words.addKey} onClick={add}>
                {words.add}
              </Button>
            </Empty>
          </div>
        ) : (
          budget.value && <BudgetTable budget={budget.value} choices={choices} ledger={ledger} />
        )}
      </Sheet>
      {budget.value && lines.length > 0 && <Meaning budget={budget.value} />}
    </div>
  );
}
