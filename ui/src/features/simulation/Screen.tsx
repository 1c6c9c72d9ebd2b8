import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useSavedFields } from "../../ipc/fields.ts";
import type { DossierView, Failure, SimulationFields, SimulationView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { momentText } from "../../parts/moment.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { useUnsaved } from "../../parts/unsaved.ts";
import { Loan } from "./Loan.tsx";
import { readingOf } from "./logic.ts";
import { Offers } from "./Offers.tsx";
import { Terms } from "./Terms.tsx";
import { words } from "./words.ts";

export function Simulation({ view }: { view: DossierView }) {
  const { value, failure, set } = useAnswer("simulation", { dossier: view.id });
  if (!value) return <Refused failure={failure} />;
  return <Loaded view={value} failure={failure} onChanged={set} />;
}

interface LoadedProps {
  view: SimulationView;
  failure: Failure | null;
  onChanged: (view: SimulationView) => void;
}

function Loaded({ view, failure, onChanged }: LoadedProps) {
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
      {failure && <Refused failure={failure} />}
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
          {words.draftText}
        </Notice>
      )}
      <Terms view={view} fields={fields} />
      {view.settled === "" && (
        <Offers
          view={view}
          onKeep={async (lender) => onChanged(await call("keep_lender", { dossier, lender }))}
        />
      )}
      <div class={view.loan ? "cols dos" : undefined}>
        {view.loan && (
          <div class="stack">
            <Loan loan={view.loan} resteAVivre={view.reste_a_vivre_after?.text ?? null} />
          </div>
        )}
        <div class="stack stick">
          <Allowed view={view} />
          {view.warning && (
            <Sheet title={words.warning} note={view.warning.regime}>
              <div class="body">
                <p class="legal-warning">{view.warning.text}</p>
                <p class="rule-src">{view.warning.source}</p>
              </div>
            </Sheet>
          )}
        </div>
      </div>
    </div>
  );
}

function Allowed({ view: { limit } }: { view: SimulationView }) {
  if (!limit) return null;
  return (
    <Sheet title={words.limit}>
      <div class="body">
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
        <p class="rule-src">{limit.rule}</p>
      </div>
    </Sheet>
  );
}
