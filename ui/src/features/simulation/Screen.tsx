import { useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useSavedFields } from "../../ipc/fields.ts";
import { errorAt } from "../../ipc/sentence.ts";
import type { DossierView, Failure, SimulationFields, SimulationView } from "../../ipc/types.ts";
import { DraftFound } from "../../parts/DraftFound.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useUnsaved } from "../../parts/unsaved.ts";
import { ChosenBank } from "./ChosenBank.tsx";
import { Loan } from "./Loan.tsx";
import { readingOf } from "./logic.ts";
import { Costs, Offers } from "./Offers.tsx";
import { Terms } from "./Terms.tsx";
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
  const { dossier, loan } = view;
  const fields = useSavedFields<SimulationFields>({
    dossier,
    form: "simulation",
    saved: view.fields,
    readings: readingOf,
    save: async (field, value) => onChanged(await call("change_simulation", { dossier, field, value })),
  });
  useUnsaved(fields.typed);
  const months = useAction(async (value: string) =>
    onChanged(await call("change_simulation", { dossier, field: "months", value })),
  );
  if (view.is_signed && loan) {
    return (
      <div class="stack">
        <Loan
          loan={loan}
          settled={view.settled}
          resteAVivre={view.reste_a_vivre_after?.text ?? null}
          explain={(figure) => call("explain", { dossier, figure })}
        />
      </div>
    );
  }
  return (
    <div class="panes simulation">
      <section aria-label={words.inEachBank} data-region>
        {failure && !taeg.error && <Refused failure={failure} />}
        {months.failure && <Refused failure={months.failure} />}
        <DraftFound fields={fields} title={words.draftFound} />
        <Terms
          view={view}
          fields={fields}
          onMonths={(value) => void months.run(value)}
          taeg={{ name: "revolving_taeg", ...taeg }}
        />
        {view.settled === "" && (
          <Offers
            view={view}
            onKeep={async (kept) => onChanged(await call("keep_lender", { dossier, ...kept }))}
          />
        )}
        <Costs view={view} />
      </section>
      <section aria-label={words.aside} data-region>
        <ChosenBank view={view} onChanged={onChanged} />
      </section>
    </div>
  );
}
