import { useState } from "preact/hooks";
import { useAction, useAnswer, useLong } from "../../ipc/answers.ts";
import { chooseWhereToSave } from "../../ipc/call.ts";
import type { ReportView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { useArrival, usePlace, useTitle } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Behind } from "./Behind.tsx";
import { Figures } from "./Figures.tsx";
import { addressOfPaper, askedAt, daysOf, keyOf, optionsOf, placeAt } from "./logic.ts";
import { PaperScreen } from "./Paper.tsx";
import { PeriodChoice } from "./PeriodChoice.tsx";
import { Settled } from "./Settled.tsx";
import { Table } from "./Table.tsx";
import { words } from "./words.ts";
import { YearPage } from "./YearPage.tsx";

/** The bilan: its numbers, the dossiers behind one, or its paper, as the address says. */
export function Report() {
  const place = usePlace();
  const { period, shown } = placeAt(place.address);
  useTitle(words.windowTitle);
  switch (shown.is) {
    case "numbers":
      return <Numbers period={period} />;
    case "dossiers":
      return <Behind period={period} number={shown.number} />;
    case "paper":
      return <PaperScreen period={period} />;
  }
}

function Numbers({ period }: { period: string }) {
  const { value: view, failure, set } = useAnswer("report", askedAt(period));
  const at = view ? keyOf(view.period.key, optionsOf(period)) : period;
  const exporting = useExport();
  useArrival(view !== null);
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{view ? `${words.title} ${view.period.title}` : words.title}</h1>
          {view?.before && <p class="soft">{words.compared(view.before.title)}</p>}
        </div>
        {view?.has_dossiers && (
          <div class="acts">
            <Button sign="paper" onClick={() => void exporting.ask(view)}>
              {words.spreadsheet}
            </Button>
            <PaperLink period={view.period.key} />
          </div>
        )}
      </div>
      {exporting.told}
      <Refused failure={failure} />
      {view && <PeriodChoice key={at} view={view} at={at} />}
      {view && (
        <p class="lead" role="status">
          {view.sentence}
        </p>
      )}
      {view && !view.has_dossiers && (
        <Empty title={words.emptyTitle} text={words.emptyText}>
          <a class="btn main" href="#/demande">
            <Icon name="plus" /> {words.newRequest}
          </a>
        </Empty>
      )}
      {view?.has_dossiers && <Settled view={view} onSettled={set} />}
      {view?.has_dossiers && <Told view={view} at={at} />}
    </>
  );
}

/** The exact numbers, for a spreadsheet: how they are asked for, and what came of it. */
function useExport() {
  const [told, setTold] = useState<string | null>(null);
  const saving = useLong("export_report");
  const asking = useAction(async (view: ReportView) => {
    setTold(null);
    const file = await chooseWhereToSave(view.file_name, "save_csv");
    if (!file) return;
    const saved = await saving.run({ ...daysOf(view.period.key), file: file.handle });
    setTold(saved?.sentence ?? null);
  });
  return {
    ask: asking.run,
    told: (
      <div class="told-under">
        {saving.isSlow && <Progress text={words.saving} step={saving.step} onStop={saving.stop} />}
        <div role="status">{told && <Notice tone="ok">{told}</Notice>}</div>
        <Refused failure={saving.failure ?? asking.failure} />
      </div>
    ),
  };
}

/** The way to the paper for elected officials. */
function PaperLink({ period }: { period: string }) {
  const place = usePlace();
  const paper = addressOfPaper(period);
  useKeys({ "Ctrl+p": () => place.go(paper) });
  return (
    <a class="btn main" href={`#${paper}`}>
      <Icon name="print" /> {words.paper} <kbd class="k">{words.paperKey}</kbd>
    </a>
  );
}

/** The tables that take the width; the others flow in two columns. */
const WIDE = ["funnel", "purposes", "months"];

function Told({ view, at }: { view: ReportView; at: string }) {
  const shown = (tables: readonly ReportView["tables"][number][]) =>
    tables.map((one) => <Table key={one.key} at={at} view={view} table={one} />);
  const wide = (key: string) => shown(view.tables.filter((one) => one.key === key));
  const others = view.tables.filter(({ key }) => !WIDE.includes(key));
  const groups = view.groups.filter(({ figures }) => figures.length > 0);
  const year = view.choices.narrowed_label ? null : view.period.year;
  return (
    <div class="stack">
      {view.notice && <Notice tone="info">{view.notice}</Notice>}
      {wide("funnel")}
      {wide("purposes")}
      <div class="two-columns">
        {groups.map((group) => (
          <Figures key={group.key} at={at} group={group} />
        ))}
        {shown(others)}
      </div>
      {wide("months")}
      {view.milestones.length > 0 && (
        <Sheet title={words.milestones}>
          <ul class="body">
            {view.milestones.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Sheet>
      )}
      {year && <YearPage year={year} />}
    </div>
  );
}
