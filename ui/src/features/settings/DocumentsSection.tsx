// The supporting documents asked for: each worded anew, asked for no more; the office's own beside those delivered.

import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { DocumentFields, DocumentsView } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Select } from "../../parts/Select.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { Checks } from "./Checks.tsx";
import * as document from "./document_words.ts";
import { OpenedForm } from "./OpenedForm.tsx";
import { RetirableRegister } from "./RetirableRegister.tsx";
import { Ticked } from "./Ticked.tsx";
import * as words from "./words.ts";

const blank: DocumentFields = {
  label: "",
  detail: "",
  section: "",
  stage: "assessment",
  purposes: [],
  by_banks: false,
  of_each: false,
  required: true,
  count: "",
  validity_months: "",
  where_to_get: "",
  retired: false,
};

export function DocumentsSection() {
  const { value: view, failure, set } = useAnswer("supporting_documents", {});
  if (!view) return <Refused failure={failure} />;
  return (
    <RetirableRegister
      title={words.section.documents}
      note={document.documentsNote}
      adds={document.addDocument}
      entries={view.documents}
      form={(one, close) => (
        <DocumentEdit
          documentKey={one?.key ?? ""}
          isOwn={one?.own ?? true}
          start={one?.fields ?? blank}
          view={view}
          onChanged={(next) => {
            set(next);
            close();
          }}
          onClose={close}
        />
      )}
    />
  );
}

interface DocumentEditProps {
  /** Empty for a new one. */
  documentKey: string;
  isOwn: boolean;
  start: DocumentFields;
  view: DocumentsView;
  onChanged: (view: DocumentsView) => void;
  onClose: () => void;
}

function DocumentEdit({ documentKey, isOwn, start, view, onChanged, onClose }: DocumentEditProps) {
  const form = useForm<DocumentFields>({
    name: `supporting_document:${documentKey}`,
    recorded: start,
    send: async (fields) => {
      onChanged(await call("set_supporting_document", { key: documentKey, fields }));
      return words.saved;
    },
  });
  return (
    <OpenedForm form={form} label={words.save} name={document.addDocument} onClose={onClose}>
      <div class="form">
        <TextField label={document.documentName} class="half" required {...form.tie("label")} />
        <TextField
          label={document.documentDetail}
          class="half"
          optional
          hint={document.documentDetailHint}
          {...form.tie("detail")}
        />
        <Select label={document.documentStage} class="half" options={view.stages} {...form.tie("stage")} />
        {isOwn && (
          <Select
            label={document.documentSection}
            class="half"
            required
            blank={words.choose}
            options={view.sections}
            {...form.tie("section")}
          />
        )}
        <TextField
          label={document.documentCount}
          optional
          width="w-short"
          inputMode="numeric"
          {...form.tie("count")}
        />
        <TextField
          label={document.documentValidity}
          optional
          width="w-short"
          inputMode="numeric"
          {...form.tie("validity_months")}
        />
        <TextField label={document.documentWhere} class="half" optional {...form.tie("where_to_get")} />
      </div>
      {isOwn && <Ticked form={form} name="by_banks" label={document.documentByBanks} />}
      {isOwn && !form.typed.by_banks && (
        <Checks
          legend={words.surveyPurposes}
          name="purposes"
          hint={words.surveyPurposesHint}
          options={view.purposes}
          chosen={form.typed.purposes}
          error={form.errorOf("purposes")}
          onChange={(purposes) => form.put({ purposes })}
        />
      )}
      {isOwn && <Ticked form={form} name="of_each" label={document.documentOfEach} />}
      <Ticked form={form} name="required" label={document.documentRequired} />
      {documentKey && <Ticked form={form} name="retired" label={document.documentRetired} />}
    </OpenedForm>
  );
}
