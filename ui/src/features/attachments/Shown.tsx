// One file: seen here, said to be a paper of the list, given back, taken out.

import { useState } from "preact/hooks";
import { useAction, useLong } from "../../ipc/answers.ts";
import { call, chooseWhereToSave } from "../../ipc/call.ts";
import type { Attachment, Attachments } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { Progress } from "../../parts/Progress.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { calledOf, lineKey, placeOf, placesOf, proposedName } from "./logic.ts";
import { Preview } from "./Preview.tsx";
import * as words from "./words.ts";

interface ShownProps {
  dossier: number;
  file: Attachment;
  view: Attachments;
  onChanged: (view: Attachments) => void;
}

export function Shown({ dossier, file, view, onChanged }: ShownProps) {
  const of = { dossier, attachment: file.id };
  const { areHidden } = useNames();
  return (
    <Sheet title={calledOf(file, areHidden)} note={`${file.kind_label}, ${file.size_text}`}>
      {areHidden ? (
        <p class="preview inside">{words.hidden}</p>
      ) : (
        <Preview dossier={dossier} file={file} onChanged={onChanged} />
      )}
      <div class="body">
        <Fields dossier={dossier} file={file} view={view} onChanged={onChanged} />
        <Out of={of} file={file} onChanged={onChanged} />
      </div>
    </Sheet>
  );
}

function Fields({ dossier, file, view, onChanged }: ShownProps) {
  const { areHidden, of: nameOf } = useNames();
  const [typed, type] = useState<string | null>(null);
  const renaming = useAction(async (name: string) => {
    onChanged(await call("rename_attachment", { dossier, attachment: file.id, name }));
    type(null);
  });
  const changing = useAction(async (place: string) => {
    onChanged(await call("change_attachment", { dossier, attachment: file.id, ...placeOf(place) }));
  });
  const leave = () => {
    if (typed !== null && typed !== file.name) void renaming.run(typed);
  };
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          leave();
        }}
      >
        <TextField
          label={words.name}
          name="name"
          value={areHidden ? calledOf(file, areHidden) : (typed ?? file.name)}
          readOnly={areHidden}
          error={renaming.failure?.message}
          onInput={type}
          onLeave={leave}
        />
      </form>
      <Select
        label={words.document}
        hint={words.documentHint}
        name="document"
        value={file.document && lineKey(file)}
        options={placesOf(view, file, nameOf)}
        blank={words.toBeSpecified}
        error={changing.failure?.message}
        onInput={(place) => void changing.run(place)}
      />
    </>
  );
}

interface OutProps {
  of: { dossier: number; attachment: number };
  file: Attachment;
  onChanged: (view: Attachments) => void;
}

function Out({ of, file, onChanged }: OutProps) {
  const [told, setTold] = useState<string | null>(null);
  const opening = useLong("open_attachment");
  const saving = useLong("save_attachment");
  const open = useAction(async () => setTold((await opening.run(of))?.sentence ?? null));
  const save = useAction(async () => {
    setTold(null);
    const chosen = await chooseWhereToSave(proposedName(file), "save_file");
    if (chosen) setTold((await saving.run({ ...of, file: chosen.handle }))?.sentence ?? null);
  });
  const removing = useAction(async () => onChanged(await call("remove_attachment", of)));
  return (
    <>
      <div class="row">
        <Button describedBy="opened-outside" onClick={() => void open.run()}>
          {words.open}
        </Button>
        <Button onClick={() => void save.run()}>{words.save}</Button>
        <Button sign="remove" onClick={() => void removing.run()}>
          {words.remove}
        </Button>
      </div>
      <p class="rule-source" id="opened-outside">
        {words.openHint}
      </p>
      {opening.isSlow && <Progress text={words.openingPaper} step={opening.step} onStop={opening.stop} />}
      {saving.isSlow && <Progress text={words.saving} step={saving.step} onStop={saving.stop} />}
      <div role="status">{told && <Notice tone="info">{told}</Notice>}</div>
      <Refused failure={opening.failure ?? saving.failure ?? save.failure ?? removing.failure} />
    </>
  );
}
