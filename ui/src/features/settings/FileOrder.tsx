// How a bank wants its file: the order of its parts, the documents that come first, the size its mailbox takes.

import type { Form } from "../../ipc/form.ts";
import type { LendersView } from "../../ipc/types.ts";
import { Select } from "../../parts/Select.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { Fold } from "./Fold.tsx";
import { type AgreementForm, isFiledOtherwise, isSame } from "./logic.ts";
import { Ordered } from "./Ordered.tsx";
import * as words from "./words.ts";

interface FileOrderProps {
  form: Form<AgreementForm>;
  view: LendersView;
}

export function FileOrder({ form, view }: FileOrderProps) {
  const { file_parts, documents_first } = form.typed;
  const usual = view.file_parts.map(({ key }) => key);
  const left = view.file_documents.filter(({ key }) => !documents_first.includes(key));
  return (
    <Fold summary={words.fileOrder} isStated={isFiledOtherwise(form.typed)}>
      <Ordered
        label={words.fileParts}
        choices={view.file_parts}
        keys={file_parts.length === 0 ? usual : file_parts}
        isUsual={file_parts.length === 0}
        onChange={(keys) => form.put({ file_parts: isSame(keys, usual) ? [] : keys })}
        onUsual={() => form.put({ file_parts: [] })}
      />
      <Ordered
        label={words.fileDocuments}
        choices={view.file_documents}
        keys={documents_first}
        isUsual={documents_first.length === 0}
        canRemove
        onChange={(keys) => form.put({ documents_first: keys })}
        onUsual={() => form.put({ documents_first: [] })}
      />
      <Select
        label={words.fileDocument}
        name="documents_first"
        hint={words.fileDocumentsHint}
        blank={words.chooseDocument}
        options={left}
        value=""
        error={form.errorOf("documents_first")}
        onInput={(key) => key && form.put({ documents_first: [...documents_first, key] })}
      />
      <div class="form">
        <TextField
          label={words.attachment}
          class="half"
          optional
          hint={words.attachmentHint}
          width="w-short"
          inputMode="numeric"
          {...form.tie("attachment_megabytes")}
        />
      </div>
    </Fold>
  );
}
