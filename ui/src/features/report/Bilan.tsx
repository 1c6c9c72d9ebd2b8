import { useAnswer } from "../../ipc/answers.ts";
import type { BilanView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Refused } from "../../parts/Notice.tsx";
import { useArrival, usePlace } from "../../parts/place.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { List } from "../../parts/Select.tsx";
import { Behind } from "./Behind.tsx";
import {
  addressOf,
  addressOfNumbers,
  addressOfPaper,
  daysOf,
  keyOf,
  type NumberKey,
  type Options,
  optionsOf,
} from "./logic.ts";
import { Bridge, Effects, Flow, Keys, Money, Years } from "./parts.tsx";
import { useSaving } from "./useSaving.tsx";
import * as words from "./words.ts";

interface BilanProps {
  title: string;
  period: string;
  /** The number whose dossiers are beside it. */
  number: NumberKey | null;
}

/** The bilan as its paper tells it; each number opens its dossiers beside it. */
export function Bilan({ title, period, number }: BilanProps) {
  const options = optionsOf(period);
  const isBoard = options.reading === "board";
  const { value: view, failure } = useAnswer("bilan", {
    ...daysOf(period),
    narrowed: options.narrowed,
    reading: options.reading,
  });
  const at = view ? keyOf(view.period.key, options) : period;
  useArrival(view !== null);
  return (
    <>
      <Head title={title} at={at} options={options} view={view} />
      <Refused failure={failure} />
      {view && !view.has_dossiers && (
        <Empty title={words.emptyTitle} text={words.emptyText}>
          <a class="button main" href="#/demande">
            <Icon name="plus" /> {words.newRequest}
          </a>
        </Empty>
      )}
      {view?.has_dossiers && (
        <div class={isBoard ? "with-pane" : undefined}>
          <Told view={view} at={at} shown={isBoard ? (number ?? first(view)) : null} />
          {isBoard && <Pane view={view} at={at} number={number} />}
        </div>
      )}
    </>
  );
}

/** What is beside it on arrival: the loans, else the requests. */
function first(view: BilanView): NumberKey | null {
  const keys = view.keys.map(({ number }) => number).filter(({ of }) => of !== "");
  const one = keys.find(({ of }) => of === "granted") ?? keys[0];
  return one ? { of: one.of } : null;
}

function Pane({ view, at, number }: { view: BilanView; at: string; number: NumberKey | null }) {
  const shown = number ?? first(view);
  return (
    <section aria-label={words.dossiers}>
      {shown && <Behind key={JSON.stringify(shown)} period={at} number={shown} />}
    </section>
  );
}

function Told({ view, at, shown }: { view: BilanView; at: string; shown: NumberKey | null }) {
  return (
    <div class="stack">
      <section class="sheet" aria-label={words.essential}>
        <p class="bilan-message" role="status">
          {view.message} <small>{[view.state, view.narrowed_label].filter(Boolean).join(" · ")}</small>
        </p>
        <Keys keys={view.keys} at={at} shown={shown} />
      </section>
      {view.flow && (
        <Flow flow={view.flow} at={at} shown={shown}>
          <Bridge view={view} at={at} shown={shown} />
        </Flow>
      )}
      <div class="three">
        {view.years && <Years years={view.years} />}
        {view.money && <Money money={view.money} />}
        {view.effects && <Effects effects={view.effects} />}
      </div>
      {view.untold && <p class="rule-source">{view.untold}</p>}
    </div>
  );
}

interface HeadProps {
  title: string;
  at: string;
  options: Options;
  view: BilanView | null;
}

function Head({ title, at, options, view }: HeadProps) {
  const place = usePlace();
  const paper = addressOfPaper(at);
  const exporting = useSaving("export_report");
  useKeys({ "Ctrl+p": () => place.go(paper) });
  const asked = {
    ...daysOf(at),
    narrowed: options.narrowed,
    against: options.against,
    form: options.reading === "public" ? ("public_xlsx" as const) : ("board_xlsx" as const),
  };
  return (
    <>
      <div class="page-head bilan-head">
        <div class="row">
          <h1 tabIndex={-1}>{title}</h1>
          {view && (
            <List
              name="period"
              aria-label={words.period}
              options={
                view.periods.some(({ key }) => key === view.period.key)
                  ? view.periods
                  : [{ key: view.period.key, label: view.period.title }, ...view.periods]
              }
              value={view.period.key}
              onInput={(key) => place.go(addressOf(keyOf(key, options)))}
            />
          )}
          <Segmented
            legend={words.readingLegend}
            class="label-heard"
            options={words.readings}
            value={options.reading}
            onInput={(key) =>
              place.go(
                addressOf(
                  keyOf(view?.period.key ?? "", {
                    ...options,
                    reading: key === "public" ? "public" : "board",
                  }),
                ),
              )
            }
          />
        </div>
        {view?.has_dossiers && (
          <div class="actions">
            <a class="button" href={`#${addressOfNumbers(at)}`}>
              {words.everyNumber}
            </a>
            <Button
              sign="paper"
              onClick={() =>
                exporting.ask(words.out.readings[asked.form].file(view.file_name), "xlsx", asked)
              }
            >
              {words.spreadsheet}
            </Button>
            <a class="button main" href={`#${paper}`}>
              <Icon name="print" /> {words.printBilan} <kbd class="shortcut">{words.printKey}</kbd>
            </a>
          </div>
        )}
      </div>
      {exporting.told}
    </>
  );
}
