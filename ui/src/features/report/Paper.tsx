import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { usePaper } from "../../ipc/paper_out.ts";
import type { OnePaper, ReportView } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { PaperSeen } from "../../parts/PaperPreview.tsx";
import { useArrival } from "../../parts/place.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Funding } from "./Funding.tsx";
import { addressOf, askedAt, type Options, optionsOf } from "./logic.ts";
import { OwnWords } from "./OwnWords.tsx";
import { Testimonies } from "./Testimonies.tsx";
import * as words from "./words.ts";

/** The papers of a period, for elected officials first. */
const PAPERS = [
  "annual_report",
  "presentation_note",
  "public_report",
  "dashboard",
  "referrers_page",
  "funder_page",
] as const;
type PaperKey = (typeof PAPERS)[number];

/** What the adviser writes on each; the note for a session prints what is written on the bilan of the board. */
const FOR_BOARD = ["annual_report", "annual_decision"];
const OWN_WORDS: Partial<Record<string, readonly string[]>> = {
  annual_report: FOR_BOARD,
  presentation_note: FOR_BOARD,
  dashboard: ["dashboard"],
  referrers_page: ["referrers_page"],
  funder_page: ["funder_page"],
};

/** The papers that quote a testimony. */
const QUOTING: readonly string[] = ["annual_report", "public_report"];

/** A paper of the period: chosen, seen, opened, saved. */
export function PaperScreen({ period }: { period: string }) {
  const { value: view, failure } = useAnswer("report", askedAt(period));
  useArrival(view !== null);
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{words.paper}</h1>
          <p>{view?.period.title}</p>
          {view?.choices.narrowed_label && (
            <p class="soft">{words.narrowedTo(view.choices.narrowed_label)}</p>
          )}
        </div>
        <div class="actions">
          <a class="button" href={`#${addressOf(period)}`}>
            {words.backToReport}
          </a>
        </div>
      </div>
      <Refused failure={failure} />
      {view && <Paper key={view.period.key} view={view} reading={optionsOf(period).reading} />}
    </>
  );
}

function Paper({ view, reading }: { view: ReportView; reading: Options["reading"] }) {
  const [paper, setPaper] = useState<PaperKey>(reading === "public" ? "public_report" : "annual_report");
  const { period, choices } = view;
  const of: OnePaper = { paper, from: period.from.iso, to: period.to.iso, narrowed: choices.narrowed };
  return (
    <div class="stack">
      <Segmented
        legend={words.papersLegend}
        options={PAPERS.map((key) => ({ key, label: words.papers[key] }))}
        value={paper}
        onInput={(key) => setPaper(PAPERS.find((one) => one === key) ?? "annual_report")}
      />
      <OnePaperShown key={paper} of={of} />
    </div>
  );
}

function OnePaperShown({ of }: { of: OnePaper }) {
  const places = OWN_WORDS[of.paper] ?? [];
  return (
    <div class="columns">
      <PaperSeen title={words.paper} paper={usePaper(of)}>
        {of.paper === "funder_page" && <Funding />}
        {places.map((paper) => (
          <OwnWords key={paper} of={{ ...of, paper }} />
        ))}
        {QUOTING.includes(of.paper) && <Testimonies />}
        <Sheet title={words.privacyTitle}>
          <div class="body">
            <p>{places === FOR_BOARD ? words.privacy.annual_report : words.privacy.others}</p>
          </div>
        </Sheet>
      </PaperSeen>
    </div>
  );
}
