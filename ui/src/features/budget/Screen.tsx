import { useRef } from "preact/hooks";
import type { DossierView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { useKeys } from "../../parts/keys.ts";
import { momentText } from "../../parts/moment.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { BudgetTable } from "./BudgetTable.tsx";
import { Meaning } from "./Meaning.tsx";
import { NewLine } from "./NewLine.tsx";
import { Projection } from "./Projection.tsx";
import { Statements } from "./Statements.tsx";
import { useBudget } from "./useBudget.ts";
import { Versions } from "./Versions.tsx";
import * as words from "./words.ts";

export function Budget({ view }: { view: DossierView }) {
  const { choices, budget, lines, ledger, draft, failure, isAdding, setAdding, confirm, prefill } = useBudget(
    view.id,
  );
  const addButton = useRef<HTMLSpanElement>(null);
  const add = async () => {
    if (await ledger.finish()) setAdding(true);
  };
  useKeys({ "Alt+n": () => void add() });

  const isEmpty = lines.length === 0 && !isAdding;
  return (
    <div class="cols">
      <div class="stack">
        <Sheet
          title={words.title}
          note={[budget.value?.sentence, budget.value?.changed].filter(Boolean).join(" ")}
          actions={
            <span ref={addButton}>
              <Button small sign="plus" shortcut={words.addKey} onClick={add}>
                {words.add}
              </Button>
            </span>
          }
        >
          <Refused failure={failure} />
          {budget.value?.sealed ? (
            <p class="body rule-src">{budget.value.sealed}</p>
          ) : (
            <Heard view={view} onTake={budget.value?.may_prefill ? prefill : null} />
          )}
          {budget.value?.to_confirm && (
            <div class="body">
              <Notice
                tone="due"
                title={budget.value.to_confirm}
                actions={<Button onClick={confirm}>{words.confirmAll}</Button>}
              >
                {words.confirmText}
              </Notice>
            </div>
          )}
          {draft.found && (
            <div class="body">
              <Notice tone="info" title={words.draftFound(momentText(draft.found.keptAt))}>
                {words.draftText}
              </Notice>
            </div>
          )}
          {isAdding && choices && (
            <NewLine
              dossier={view.id}
              choices={choices}
              members={budget.value?.members ?? []}
              onAdded={(next) => {
                draft.settle();
                budget.set(next);
              }}
              onClose={() => {
                draft.settle();
                setAdding(false);
                addButton.current?.querySelector("button")?.focus();
              }}
            />
          )}
          {budget.value && isEmpty && <NoLine onAdd={add} />}
          {budget.value && !isEmpty && (
            <BudgetTable budget={budget.value} choices={choices} ledger={ledger} />
          )}
        </Sheet>
        {budget.value?.projection && <Projection dossier={view.id} projection={budget.value.projection} />}
        <Versions dossier={view.id} />
        <Statements dossier={view.id} />
      </div>
      {budget.value && lines.length > 0 && <Meaning budget={budget.value} />}
    </div>
  );
}

function NoLine({ onAdd }: { onAdd: () => void }) {
  return (
    <div class="body">
      <Empty title={words.emptyTitle} text={words.emptyText}>
        <Button look="main" sign="plus" shortcut={words.addKey} onClick={onAdd}>
          {words.add}
        </Button>
      </Empty>
    </div>
  );
}

/** The figures told at the first call, beside the lines they are checked with. */
function Heard({ view, onTake }: { view: DossierView; onTake: (() => void) | null }) {
  const figures = view.first_contact.answers.filter(({ is_figure }) => is_figure);
  return (
    figures.length > 0 && (
      <p class="body soft small">
        {words.heard(figures)}{" "}
        {onTake && (
          <Button small look="quiet" onClick={onTake}>
            {words.takeHeard}
          </Button>
        )}
      </p>
    )
  );
}
