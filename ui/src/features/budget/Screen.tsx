import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useLines } from "../../ipc/lines.ts";
import type { BudgetLine, DossierView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { useKeys } from "../../parts/keys.ts";
import { momentText } from "../../parts/moment.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { BudgetTable } from "./BudgetTable.tsx";
import { allLines, blankLine, type LineForm, lineForm } from "./logic.ts";
import { Meaning } from "./Meaning.tsx";
import { NewLine } from "./NewLine.tsx";
import { Projection } from "./Projection.tsx";
import { Statements } from "./Statements.tsx";
import { Versions } from "./Versions.tsx";
import * as words from "./words.ts";

const never = () => false;

export function Budget({ view }: { view: DossierView }) {
  const dossier = view.id;
  const choices = useAnswer("choices", {}, never).value;
  const budget = useAnswer("budget", { dossier });
  const lines = budget.value ? allLines(budget.value) : [];
  const { ledger, found, failure, attempt, isAdding, addButton, add, settle, close } = useLines<
    BudgetLine,
    LineForm
  >({
    dossier,
    form: "budget_line",
    line: "line",
    isReady: budget.value !== null && choices !== null,
    rows: lines,
    id: ({ id }) => id,
    values: lineForm,
    blank: blankLine,
    mainField: "amount",
    afterEnter: "open",
    change: async (line, fields) => budget.set(await call("change_budget_line", { dossier, line, fields })),
    remove: async (line) => budget.set(await call("remove_budget_line", { dossier, line })),
  });
  const change = (name: "confirm_budget_lines" | "prefill_budget") => () =>
    void attempt(async () => budget.set(await call(name, { dossier })));
  useKeys({ "Alt+n": () => void add() });

  const isEmpty = lines.length === 0 && !isAdding;
  return (
    <div class="columns">
      <div class="stack">
        <Sheet
          title={words.title}
          note={[budget.value?.sentence, budget.value?.changed].filter(Boolean).join(" ")}
          actions={
            <span ref={addButton}>
              <Button small sign="plus" shortcut={words.addKey} onClick={add}>
                {words.addLine}
              </Button>
            </span>
          }
        >
          <Refused failure={failure ?? budget.failure} />
          {budget.value?.sealed ? (
            <p class="body rule-source">{budget.value.sealed}</p>
          ) : (
            <Heard view={view} onTake={budget.value?.may_prefill ? change("prefill_budget") : null} />
          )}
          {budget.value?.to_confirm && (
            <div class="body">
              <Notice
                tone="due"
                title={budget.value.to_confirm}
                actions={<Button onClick={change("confirm_budget_lines")}>{words.confirmAll}</Button>}
              >
                {words.confirmText}
              </Notice>
            </div>
          )}
          {found && (
            <div class="body">
              <Notice tone="info" title={words.lineFound(momentText(found.keptAt))}>
                {words.notSavedYet}
              </Notice>
            </div>
          )}
          {isAdding && choices && (
            <NewLine
              dossier={dossier}
              choices={choices}
              members={budget.value?.members ?? []}
              onAdded={(next) => {
                settle();
                budget.set(next);
              }}
              onClose={close}
            />
          )}
          {budget.value && isEmpty && <NoLine onAdd={add} />}
          {budget.value && !isEmpty && (
            <BudgetTable budget={budget.value} choices={choices} ledger={ledger} />
          )}
        </Sheet>
        {budget.value?.projection && <Projection dossier={dossier} projection={budget.value.projection} />}
        <Versions dossier={dossier} />
        <Statements dossier={dossier} />
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
          {words.addLine}
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
