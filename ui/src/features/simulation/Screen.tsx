import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useSavedFields } from "../../ipc/fields.ts";
import { errorAt } from "../../ipc/sentence.ts";
import type { DossierView, Failure, SimulationFields, SimulationView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { momentText } from "../../parts/moment.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { useUnsaved } from "../../parts/unsaved.ts";
import { Choice } from "./Choice.tsx";
import { Durations } from "./Durations.tsx";
import { Loan } from "./Loan.tsx";
import { readingOf } from "./logic.ts";
import { Offers } from "./Offers.tsx";
import { Papers } from "./Papers.tsx";
import { Terms } from "./Terms.tsx";
import { Warning } from "./Warning.tsx";
import * as words from "./words.ts";

export function Simulation({ view }: { view: DossierView }) {
  const [typed, setTyped] = useState("");
  const asked = typed.trim();
  const { value, failure, set, reload } = useAnswer("simulation", {
    dossier: view.id,
    ...(asked && { revolving_taeg: asked }),
  });
  if (!value) return <Refused failure={failure} />;
  return (
    <Loaded
      view={value}
      failure={failure}
      // What an action gives back is compared at the office's own TAEG.
      onChanged={(next) => (asked === "" ? set(next) : reload())}
      taeg={{ value: typed, error: errorAt(failure, "revolving_taeg"), onInput: setTyped }}
    />
  );
}

interface LoadedProps {
  view: SimulationView;
  failure: Failure | null;
  onChanged: (view: SimulationView) => void;
  taeg: { value: string; error: string | null; onInput: (text: string) => void };
}

function Loaded({ view, failure, onChanged, taeg }: LoadedProps) {
  const { dossier } = view;
  const fields = useSavedFields<SimulationFields>({
    dossier,
    form: "simulation",
    saved: view.fields,
    readings: readingOf,
    save: async (field, value) => onChanged(await call("change_simulation", { dossier, field, value })),
  });
  useUnsaved(fields.typed);
  return (
    <div class="stack">
      {failure && !taeg.error && <Refused failure={failure} />}
      {fields.keptAt !== null && (
        <Notice
          tone="info"
          title={words.draftFound(momentText(fields.keptAt))}
          actions={
            <Button small onClick={fields.giveUp}>
              {words.giveUp}
            </Button>
          }
        >
          {words.savedOnLeaving}
        </Notice>
      )}
      <Terms view={view} fields={fields} />
      {view.settled === "" && (
        <Offers
          view={view}
          onKeep={async (lender, kind) => onChanged(await call("keep_lender", { dossier, lender, kind }))}
          taeg={taeg}
        />
      )}
      {view.in_a_sentence.length > 0 && (
        <div class="columns even">
          <Told title={words.inASentence} sentences={view.in_a_sentence} />
          {view.suggested.length > 0 && (
            <Told title={words.suggested} note={words.suggestedNote} sentences={view.suggested} />
          )}
        </div>
      )}
      {(view.offers.length > 0 || view.choice) && <Choice view={view} onChanged={onChanged} />}
      <div class={view.loan ? "columns wide-side" : undefined}>
        {view.loan && (
          <div class="stack">
            <Loan
              loan={view.loan}
              resteAVivre={view.reste_a_vivre_after?.text ?? null}
              explain={(figure) => call("explain", { dossier, figure })}
              beside={
                view.durations.length > 1 && (
                  <Durations
                    durations={view.durations}
                    onKeep={async (months) =>
                      onChanged(
                        await call("change_simulation", { dossier, field: "months", value: String(months) }),
                      )
                    }
                  />
                )
              }
            />
          </div>
        )}
        <div class="stack stick">
          <Papers dossier={dossier} isWorkedOut={view.loan !== null} hasOffers={view.offers.length > 0} />
          <Allowed view={view} />
          {view.warning && <Warning warning={view.warning} />}
        </div>
      </div>
    </div>
  );
}

interface ToldProps {
  title: string;
  note?: string;
  sentences: readonly string[];
}

function Told({ title, note, sentences }: ToldProps) {
  return (
    <Sheet title={title} note={note}>
      <div class="body">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </Sheet>
  );
}

function Allowed({ view: { limit, threshold } }: { view: SimulationView }) {
  if (!limit) return null;
  return (
    <Sheet title={words.limit}>
      <div class="body">
        {threshold && !threshold.reached && (
          <p>
            <State meaning="due">{words.underThreshold(threshold.sentence)}</State>
          </p>
        )}
        {limit.inside ? (
          <p>
            <State meaning="ok">{words.within}</State>
          </p>
        ) : (
          limit.passed.map((sentence) => (
            <p key={sentence}>
              <State meaning="due" label={words.limitOut}>
                {sentence}
              </State>
            </p>
          ))
        )}
        {limit.ways_out.map((way) => (
          <p key={way} class="soft small">
            {way}
          </p>
        ))}
        <p class="rule-source">{limit.rule}</p>
      </div>
    </Sheet>
  );
}
