import { useEffect, useRef, useState } from "preact/hooks";
import { useAnswer, useLong } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useDropped } from "../../ipc/dropped.ts";
import { useLines } from "../../ipc/lines.ts";
import { addressOfRoom } from "../../ipc/rooms.ts";
import type { BudgetLine, BudgetSection, DossierView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { momentText } from "../../parts/moment.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { usePlace } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { BudgetTable } from "./BudgetTable.tsx";
import { type AskedLine, emptyId, isEmpty, rowsOf } from "./grid.ts";
import { blankLine, type LineForm, lineForm } from "./logic.ts";
import { Meaning } from "./Meaning.tsx";
import { Projection } from "./Projection.tsx";
import { Versions } from "./Versions.tsx";
import * as words from "./words.ts";

const never = () => false;

export function Budget({ view }: { view: DossierView }) {
  const dossier = view.id;
  const choices = useAnswer("choices", {}, never).value;
  const budget = useAnswer("budget", { dossier });
  const entries = choices?.budget_entries ?? [];
  const [asked, setAsked] = useState<readonly AskedLine[]>([]);
  const [opened, setOpened] = useState<{ id: number; typed: LineForm | null } | null>(null);
  const isReady = budget.value !== null && choices !== null;
  const isBlank = isReady && budget.value?.sections.every(({ lines }) => lines.length === 0);
  const rows = (section: BudgetSection) => rowsOf(section, entries, asked);
  const all = isReady ? (budget.value?.sections.flatMap(rows) ?? []) : [];
  /** Opens a row once it is drawn. */
  const ask = (line: AskedLine, typed: LineForm | null) => {
    if (isEmpty(line)) setAsked((before) => [...before.filter(({ id }) => id !== line.id), line]);
    setOpened({ id: line.id, typed });
  };
  const { ledger, found, failure, attempt } = useLines<BudgetLine, LineForm>({
    dossier,
    form: "budget_line",
    line: "line",
    isReady,
    rows: all,
    id: ({ id }) => id,
    values: lineForm,
    blank: blankLine,
    mainField: "amount",
    afterEnter: "open",
    onFound: (line, typed) => ask({ id: line, detail: typed.detail }, typed),
    stays: isEmpty,
    change: async (line, fields) => {
      if (line > 0) return budget.set(await call("change_budget_line", { dossier, line, fields }));
      budget.set(await call("add_budget_line", { dossier, fields }));
      setAsked((before) => before.filter(({ id }) => id !== line));
    },
    remove: async (line) => budget.set(await call("remove_budget_line", { dossier, line })),
  });
  const change = (name: "confirm_budget_lines" | "prefill_budget") => () =>
    void attempt(async () => budget.set(await call(name, { dossier })));
  useEffect(() => {
    if (!opened) return;
    setOpened(null);
    void ledger.open(opened.id, "amount", opened.typed ?? undefined);
  }, [opened]);
  // An empty budget is typed at once.
  useEffect(() => {
    const first = all[0];
    if (isBlank && first) ledger.open(first.id);
  }, [isReady]);
  const { reading, isOver } = useStatements(dossier);
  const page = useRef<HTMLDivElement>(null);
  useKeys({ "Alt+n": () => focusFoot(page.current) });

  return (
    <div class="columns" ref={page}>
      <div class="stack">
        <Sheet
          title={words.title}
          note={[budget.value?.sentence, budget.value?.changed].filter(Boolean).join(" ")}
        >
          <Refused failure={failure ?? budget.failure ?? reading.failure} />
          {isOver && (
            <p class="body" role="status">
              <b>{words.dropStatements}</b>
            </p>
          )}
          {reading.isSlow && (
            <Progress text={words.readingStatements} step={reading.step} onStop={reading.stop} />
          )}
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
          {budget.value && choices && (
            <BudgetTable
              budget={budget.value}
              choices={choices}
              ledger={ledger}
              rows={rows}
              onAsk={(entry, detail) => ask({ id: emptyId(entries, entry.key), detail }, null)}
            />
          )}
        </Sheet>
        {budget.value?.projection && <Projection dossier={dossier} projection={budget.value.projection} />}
        <Versions dossier={dossier} />
      </div>
      {budget.value && <Meaning budget={budget.value} />}
    </div>
  );
}

/** Statements let go on the budget are read, and their room opens. */
function useStatements(dossier: number) {
  const place = usePlace();
  const reading = useLong("bring_statements");
  const isOver = useDropped(async (files) => {
    const read = await reading.run({ dossier, files, attachments: [] });
    if (read) place.go(addressOfRoom(dossier, "statements"));
  });
  return { reading, isOver };
}

/** The foot of the section the focus is in, or of the first. */
function focusFoot(page: ParentNode | null): void {
  const here = document.activeElement?.closest("tbody")?.querySelector<HTMLElement>("tr.add input");
  (here ?? page?.querySelector<HTMLElement>("tr.add input"))?.focus();
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
