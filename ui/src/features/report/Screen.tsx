import { useAnswer } from "../../ipc/answers.ts";
import type { ReportView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { useArrival, usePlace, useTitle } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Behind } from "./Behind.tsx";
import { Exports } from "./Exports.tsx";
import { Figures } from "./Figures.tsx";
import { addressOfPaper, askedAt, askedOf, keyOf, optionsOf, placeAt } from "./logic.ts";
import { PaperScreen } from "./Paper.tsx";
import { PeriodChoice } from "./PeriodChoice.tsx";
import { Settled } from "./Settled.tsx";
import { ReportTable } from "./Table.tsx";
import { useSaving } from "./useSaving.tsx";
import * as words from "./words.ts";
import { YearPage } from "./YearPage.tsx";

/** The bilan: its numbers, the dossiers behind one, or its paper, as the address says. */
export function Report({ title }: { title: string }) {
  const place = usePlace();
  const { period, shown } = placeAt(place.address);
  useTitle(words.windowTitle);
  switch (shown.is) {
    case "numbers":
      return <Numbers title={title} period={period} />;
    case "dossiers":
      return <Behind title={title} period={period} number={shown.number} />;
    case "paper":
      return <PaperScreen period={period} />;
  }
}

function Numbers({ title, period }: { title: string; period: string }) {
  const { value: view, failure, set } = useAnswer("report", askedAt(period));
  const at = view ? keyOf(view.period.key, optionsOf(period)) : period;
  const exporting = useSaving("export_report");
  useArrival(view !== null);
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{view ? `${title} ${view.period.title}` : title}</h1>
          {view?.before && <p class="soft">{words.compared(view.before.title)}</p>}
        </div>
        {view?.has_dossiers && (
          <div class="actions">
            <Button
              sign="paper"
              onClick={() => exporting.ask(view.file_name, "xlsx", { ...askedOf(view), form: "xlsx" })}
            >
              {words.spreadsheet}
            </Button>
            <PaperLink period={at} />
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
          <a class="button main" href="#/demande">
            <Icon name="plus" /> {words.newRequest}
          </a>
        </Empty>
      )}
      {view?.has_dossiers && <Settled view={view} onSettled={set} />}
      {view?.has_dossiers && <Told view={view} at={at} />}
    </>
  );
}

/** The way to the paper for elected officials. */
function PaperLink({ period }: { period: string }) {
  const place = usePlace();
  const paper = addressOfPaper(period);
  useKeys({ "Ctrl+p": () => place.go(paper) });
  return (
    <a class="button main" href={`#${paper}`}>
      <Icon name="print" /> {words.paper} <kbd class="shortcut">{words.printKey}</kbd>
    </a>
  );
}

/** The tables that take the width; the others flow in two columns. */
const WIDE = ["funnel", "purposes", "months"];

function Told({ view, at }: { view: ReportView; at: string }) {
  const shown = (tables: readonly ReportView["tables"][number][]) =>
    tables.map((one) => <ReportTable key={one.key} at={at} view={view} table={one} />);
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
      <Exports view={view} />
    </div>
  );
}
