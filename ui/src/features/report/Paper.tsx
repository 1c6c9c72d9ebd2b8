import { useState } from "preact/hooks";
import { useAction, useAnswer, useLong } from "../../ipc/answers.ts";
import { asFailure, chooseWhereToSave } from "../../ipc/call.ts";
import { type Drawn, useDrawn } from "../../ipc/drawn.ts";
import type { Failure, OnePaper, ReportView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Pages } from "../../parts/Pages.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { useArrival } from "../../parts/place.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Funding } from "./Funding.tsx";
import { addressOf, askedAt, type Options, optionsOf } from "./logic.ts";
import { OwnWords } from "./OwnWords.tsx";
import * as words from "./words.ts";

/** The papers of a period, for elected officials first. */
const PAPERS = ["annual_report", "public_report", "dashboard", "referrers_page", "funder_page"] as const;
type PaperKey = (typeof PAPERS)[number];

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
  const drawn = useDrawn(of);
  return (
    <div class="columns">
      <Preview drawn={drawn} />
      <div class="stack">
        {of.paper === "funder_page" && <Funding />}
        {of.paper !== "public_report" && <OwnWords of={of} />}
        {of.paper === "annual_report" && <OwnWords of={{ ...of, paper: "annual_decision" }} />}
        <Out of={of} drawn={drawn} />
        <Sheet title={words.privacyTitle}>
          <div class="body">
            <p>{of.paper === "annual_report" ? words.privacy.annual_report : words.privacy.others}</p>
          </div>
        </Sheet>
      </div>
    </div>
  );
}

function Preview({ drawn }: { drawn: Drawn }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const { paper } = drawn;
  return (
    <section class="preview" aria-label={words.preview}>
      {drawn.isSlow && <Progress text={words.drawing} step={drawn.step} onStop={drawn.stop} />}
      <Refused failure={drawn.failure ?? failure} />
      <Pages
        title={paper?.title ?? words.paper}
        pages={paper?.pages ?? []}
        turn={drawn.turn}
        image={drawn.image}
        onFailure={(reason) => setFailure(asFailure(reason))}
      />
    </section>
  );
}

function Out({ of, drawn }: { of: OnePaper; drawn: Drawn }) {
  const [told, setTold] = useState<string | null>(null);
  const opening = useLong("open_paper");
  const saving = useLong("save_paper");
  const open = () => void opening.run(of);
  useKeys({ "Ctrl+p": open });
  const asking = useAction(async (name: string) => {
    setTold(null);
    const file = await chooseWhereToSave(name);
    if (!file) return;
    const saved = await saving.run({ of, file: file.handle });
    setTold(saved?.sentence ?? null);
  });
  const name = drawn.paper?.file_name;
  return (
    <Sheet title={drawn.paper?.title ?? words.paper}>
      <div class="body">
        <div class="row">
          <Button look="main" sign="print" shortcut={words.printKey} onClick={open}>
            {words.openPaper}
          </Button>
          <Button sign="paper" disabled={!name} onClick={() => name && void asking.run(name)}>
            {words.savePaper}
          </Button>
        </div>
        <p class="rule-source">{words.openHint}</p>
        {opening.isSlow && <Progress text={words.openingPaper} step={opening.step} onStop={opening.stop} />}
        {saving.isSlow && <Progress text={words.savingPaper} step={saving.step} onStop={saving.stop} />}
        <div role="status">{told && <Notice tone="ok">{told}</Notice>}</div>
        <Refused failure={opening.failure ?? saving.failure ?? asking.failure} />
      </div>
    </Sheet>
  );
}
