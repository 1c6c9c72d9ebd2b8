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
import { Behind } from "./Behind.tsx";
import { Figures } from "./Figures.tsx";
import { addressOfPaper, periodOf, placeAt } from "./logic.ts";
import { PaperScreen } from "./Paper.tsx";
import { PeriodChoice } from "./PeriodChoice.tsx";
import { Table } from "./Table.tsx";
import { words } from "./words.ts";

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
  const { value: view, failure } = useAnswer("report", periodOf(period));
  useArrival(view !== null);
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{view ? `${words.title} ${view.period.title}` : words.title}</h1>
          {view?.before && <p class="soft">{words.compared(view.before.title)}</p>}
        </div>
        {view?.has_dossiers && <Out view={view} />}
      </div>
      <Refused failure={failure} />
      {view && <PeriodChoice view={view} />}
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
      {view?.has_dossiers && <Told view={view} />}
    </>
  );
}

/** What leaves: the paper for elected officials, and the exact numbers for a spreadsheet. */
function Out({ view }: { view: ReportView }) {
  const place = usePlace();
  const [told, setTold] = useState<string | null>(null);
  const paper = addressOfPaper(view.period.key);
  const saving = useLong("export_report");
  const asking = useAction(async () => {
    setTold(null);
    const file = await chooseWhereToSave(view.file_name, "save_csv");
    if (!file) return;
    const saved = await saving.run({ ...periodOf(view.period.key), file: file.handle });
    setTold(saved?.sentence ?? null);
  });
  useKeys({ "Ctrl+p": () => place.go(paper) });
  return (
    <div class="acts">
      <Button sign="paper" onClick={() => void asking.run()}>
        {words.spreadsheet}
      </Button>{" "}
      <a class="btn main" href={`#${paper}`}>
        <Icon name="print" /> {words.paper} <kbd class="k">{words.paperKey}</kbd>
      </a>
      {saving.isSlow && <Progress text={words.saving} step={saving.step} onStop={saving.stop} />}
      <div role="status">{told && <Notice tone="ok">{told}</Notice>}</div>
      <Refused failure={saving.failure ?? asking.failure} />
    </div>
  );
}

/** The tables that stand alone, then those that stand two by two. */
const WIDE = ["funnel", "months"];
const MAIN = ["purposes", "outcomes"];

function Told({ view }: { view: ReportView }) {
  const table = (key: string) => view.tables.filter((one) => one.key === key);
  const others = view.tables.filter(({ key }) => ![...WIDE, ...MAIN].includes(key));
  const shown = (tables: readonly ReportView["tables"][number][]) =>
    tables.map((one) => <Table key={one.key} view={view} table={one} />);
  return (
    <div class="stack">
      {view.notice && <Notice tone="info">{view.notice}</Notice>}
      {shown(table("funnel"))}
      <div class="cols bil">
        {shown(table("purposes"))}
        {shown(table("outcomes"))}
      </div>
      <div class="pair-of">
        {view.groups.map((group) => (
          <Figures key={group.key} view={view} group={group} />
        ))}
      </div>
      <div class="pair-of">{shown(others)}</div>
      {shown(table("months"))}
    </div>
  );
}
