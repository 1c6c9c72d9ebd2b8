import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { type Fields, useSavedFields } from "../../ipc/fields.ts";
import { sentence } from "../../ipc/sentence.ts";
import type { DossierView, Failure, ProjectFields, ProjectView } from "../../ipc/types.ts";
import { DraftFound } from "../../parts/DraftFound.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextArea } from "../../parts/TextArea.tsx";
import { MoneyField, TextField } from "../../parts/TextField.tsx";
import { useUnsaved } from "../../parts/unsaved.ts";
import { Aids, Expenses, Quotes } from "./Ledgers.tsx";
import { obtained, readingOf } from "./logic.ts";
import { Plan } from "./Plan.tsx";
import * as words from "./words.ts";

interface ProjectProps {
  view: DossierView;
  onChanged: (view: DossierView) => void;
}

export function Project({ view, onChanged }: ProjectProps) {
  const project = useAnswer("project", { dossier: view.id });
  if (!project.value) return <Refused failure={project.failure} />;
  return (
    <Loaded
      dossier={view}
      project={project.value}
      failure={project.failure}
      onDossier={onChanged}
      onChanged={project.set}
    />
  );
}

interface LoadedProps {
  dossier: DossierView;
  project: ProjectView;
  failure: Failure | null;
  onDossier: (view: DossierView) => void;
  onChanged: (view: ProjectView) => void;
}

function Loaded({ dossier, project, failure, onDossier, onChanged }: LoadedProps) {
  const { id } = dossier;
  const fields = useSavedFields<ProjectFields>({
    dossier: id,
    form: "project",
    saved: project.fields,
    readings: readingOf,
    save: async (field, value) => onChanged(await call("change_project", { dossier: id, field, value })),
  });
  useUnsaved(fields.typed);
  const purpose = useAction(async (value: string) =>
    onDossier(await call("change_request", { dossier: id, field: "purpose", value })),
  );
  const ledger = { dossier: id, project, onChanged };
  return (
    <div class="columns wide-side">
      <div class="stack">
        {failure && <Refused failure={failure} />}
        <DraftFound fields={fields} title={words.draftFound} />
        <Story
          project={project}
          fields={fields}
          purpose={dossier.request.purpose}
          refused={purpose.failure}
          onPurpose={(key) => void purpose.run(key)}
        />
        <Quotes {...ledger} />
        <Aids {...ledger} />
        <Expenses {...ledger} />
      </div>
      <div class="stack stick">
        <Plan
          project={project}
          onFollow={async () => {
            await call("change_simulation", { dossier: id, field: "amount", value: "" });
          }}
          onCount={async (number) => {
            const aid = project.aids.find((one) => one.id === number);
            if (aid) onChanged(await call("change_aid", { dossier: id, aid: number, ...obtained(aid) }));
          }}
        >
          <MoneyField label={words.ownShare} {...fields.tie("own_share")} />
          <TextField label={words.ownShareNote} optional {...fields.tie("own_share_note")} />
        </Plan>
      </div>
    </div>
  );
}

interface StoryProps {
  project: ProjectView;
  fields: Fields<ProjectFields>;
  purpose: string;
  refused: Failure | null;
  onPurpose: (key: string) => void;
}

const never = () => false;

function Story({ project, fields: { tie }, purpose, refused, onPurpose }: StoryProps) {
  const choices = useAnswer("choices", {}, never).value;
  return (
    <Sheet title={words.project}>
      <div class="body">
        <div class="form twelve">
          <Select
            class="span-6"
            name="purpose"
            label={words.purpose}
            options={choices?.purposes ?? []}
            blank={words.toBeSpecified}
            value={purpose}
            error={refused && sentence(refused)}
            onInput={onPurpose}
          />
          <TextField class="span-6" label={words.wantedFor} {...tie("wanted_for")} />
        </div>
        <TextArea label={words.story} hint={words.storyHint} rows={4} {...tie("story")} />
        {project.asks_justification && (
          <TextArea label={words.justification} hint={words.justificationHint} {...tie("justification")} />
        )}
        {project.pays_debts && (
          <TextArea label={words.debtEffect} hint={words.debtEffectHint} {...tie("debt_effect")} />
        )}
        <TextField label={words.paymentMeans} hint={words.paymentMeansHint} {...tie("payment_means")} />
      </div>
    </Sheet>
  );
}
