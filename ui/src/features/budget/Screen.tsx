import { useEffect, useRef, useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useDropped } from "../../ipc/dropped.ts";
import { useLines } from "../../ipc/lines.ts";
import { addressOfRoom } from "../../ipc/rooms.ts";
import { useStatementReading } from "../../ipc/statements.ts";
import type { BudgetLine, BudgetProved, BudgetSection, DossierView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { momentText } from "../../parts/moment.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { usePlace } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { BudgetTable } from "./BudgetTable.tsx";
import { type AskedLine, emptyId, isEmpty, isUncounted, rowsOf } from "./grid.ts";
import { blankLine, type LineForm, lineForm } from "./logic.ts";
import { Further, Meaning } from "./Meaning.tsx";
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
  // What the reste à vivre leaves out is opened when one wants it.
  const [isOpen, openUncounted] = useState(false);
  const rows = (section: BudgetSection) => (section.counted || isOpen ? rowsOf(section, entries, asked) : []);
  const all = isReady ? (budget.value?.sections.flatMap(rows) ?? []) : [];
  /** Opens a row once it is drawn. */
  const ask = (line: AskedLine, typed: LineForm | null) => {
    if (!all.some(({ id }) => id === line.id)) openUncounted(isOpen || isUncounted(line.id, entries));
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
      const isEmptied = fields.amount.trim() === "" && fields.after_amount.trim() === "";
      if (line > 0 && isEmptied) return budget.set(await call("remove_budget_line", { dossier, line }));
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
  const { long: reading, read } = useStatementReading(dossier);
  const isOver = useDropped((files) => void read(files, []));
  const page = useRef<HTMLDivElement>(null);
  useKeys({ "Alt+n": () => focusFoot(page.current) });

  const [chosen, showProject] = useState<boolean | null>(null);
  const hasChange = all.some((line) => line.after_amount !== "");
  const isProject = chosen ?? hasChange;
  const place = usePlace();
  const toSimulation = () => place.go(addressOfRoom(dossier, "simulation"));
  useKeys({ "Ctrl+Enter": toSimulation });

  return (
    <div class="panes box budget" ref={page}>
      <section class="sheet column" aria-label={words.title} data-region>
        <header>
          <h2 tabIndex={-1} data-arrival>
            {words.title}
          </h2>
          <p>{[budget.value?.sentence, budget.value?.changed].filter(Boolean).join(" ")}</p>
          <div class="actions">
            <button
              type="button"
              class="button small"
              aria-pressed={isProject}
              onClick={() => showProject(!isProject)}
            >
              {words.projectColumn}
            </button>
          </div>
        </header>
        <div class="scrolls">
          <Refused failure={failure ?? budget.failure ?? reading.failure} />
          {isOver && (
            <p class="body" role="status">
              <b>{words.dropStatements}</b>
            </p>
          )}
          {reading.isSlow && (
            <Progress text={words.readingStatements} step={reading.step} onStop={reading.stop} />
          )}
          {budget.value?.sealed && <p class="body rule-source">{budget.value.sealed}</p>}
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
              isProject={isProject}
              isOpen={isOpen}
              onOpen={() => openUncounted(!isOpen)}
              onAsk={(entry, detail) => ask({ id: emptyId(entries, entry.key), detail }, null)}
            />
          )}
        </div>
      </section>
      <section class="stack" aria-label={words.meaning} data-region>
        {budget.value && <Meaning budget={budget.value} />}
        {budget.value?.proved && <Proved dossier={dossier} proved={budget.value.proved} />}
        {!budget.value?.sealed && (
          <Heard view={view} onTake={budget.value?.may_prefill ? change("prefill_budget") : null} />
        )}
        <div class="finish">
          <Button look="main" full shortcut={words.sendKey} onClick={toSimulation}>
            {words.seeSimulation}
          </Button>
        </div>
        {budget.value && <Further budget={budget.value} />}
      </section>
    </div>
  );
}

/** The foot of the section the focus is in, or of the first. */
function focusFoot(page: ParentNode | null): void {
  const here = document.activeElement?.closest("tbody")?.querySelector<HTMLElement>("tr.add input");
  (here ?? page?.querySelector<HTMLElement>("tr.add input"))?.focus();
}

/** How many lines a paper proves, and the way to those that lack. */
function Proved({ dossier, proved }: { dossier: number; proved: BudgetProved }) {
  return (
    <Sheet title={words.proved} note={proved.sentence}>
      <p class="body soft small">
        {proved.detail} <a href={`#${addressOfRoom(dossier, "attachments")}`}>{words.papersLacking}</a>
      </p>
    </Sheet>
  );
}

/** The figures told at the first call, beside the lines they are checked with. */
function Heard({ view, onTake }: { view: DossierView; onTake: (() => void) | null }) {
  const figures = view.first_contact.answers.filter(({ is_figure }) => is_figure);
  if (figures.length === 0) return null;
  return (
    <Sheet title={words.heard}>
      <dl class="sums body">
        {figures.map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      {onTake && (
        <p class="body">
          <Button small onClick={onTake}>
            {words.takeHeard}
          </Button>
        </p>
      )}
    </Sheet>
  );
}
