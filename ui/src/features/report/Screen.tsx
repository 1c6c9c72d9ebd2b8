import { useAnswer } from "../../ipc/answers.ts";
import type { ReportView } from "../../ipc/types.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { useArrival, usePlace, useTitle } from "../../parts/place.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Bilan } from "./Bilan.tsx";
import { Exports } from "./Exports.tsx";
import { Figures } from "./Figures.tsx";
import { addressOf, askedAt, keyOf, optionsOf, placeAt } from "./logic.ts";
import { PaperScreen } from "./Paper.tsx";
import { PeriodChoice } from "./PeriodChoice.tsx";
import { Settled } from "./Settled.tsx";
import { ReportTable } from "./Table.tsx";
import * as words from "./words.ts";
import { YearPage } from "./YearPage.tsx";

/** The bilan, with the dossiers behind a number; every number of the period; its papers: as the address says. */
export function Report({ title }: { title: string }) {
  const place = usePlace();
  const { period, shown } = placeAt(place.address);
  useTitle(words.windowTitle);
  switch (shown.is) {
    case "bilan":
      return <Bilan title={title} period={period} number={shown.number} />;
    case "numbers":
      return <Numbers title={title} period={period} />;
    case "paper":
      return <PaperScreen period={period} />;
  }
}

/** Every number of a period: its tables, how each is counted, beside elsewhere. */
function Numbers({ title, period }: { title: string; period: string }) {
  const { value: view, failure, set } = useAnswer("report", askedAt(period));
  const at = view ? keyOf(view.period.key, optionsOf(period)) : period;
  useArrival(view !== null);
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{view ? words.everyNumberTitle(view.period.title) : title}</h1>
          {view?.before && <p class="soft">{words.compared(view.before.title)}</p>}
        </div>
        <div class="actions">
          <a class="button" href={`#${addressOf(period)}`}>
            {words.backToReport}
          </a>
        </div>
      </div>
      <Refused failure={failure} />
      {view && <PeriodChoice key={at} view={view} at={at} />}
      {view?.has_dossiers && <Settled view={view} onSettled={set} />}
      {view?.has_dossiers && <Told view={view} at={at} />}
    </>
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
