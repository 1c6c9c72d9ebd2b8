// What is done with a scan itself: named, moved to another paper, given back, taken out.

import { useState } from "preact/hooks";
import { useAction, useLong } from "../../ipc/answers.ts";
import { call, chooseWhereToSave } from "../../ipc/call.ts";
import type { Attachment, Attachments } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { Progress } from "../../parts/Progress.tsx";
import { Select } from "../../parts/Select.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { calledOf, lineKey, placeOf, placesOf, proposedName } from "./logic.ts";
import * as words from "./words.ts";

interface FileActsProps {
  dossier: number;
  file: Attachment;
  view: Attachments;
  onChanged: () => void;
}

export function FileActs({ dossier, file, view, onChanged }: FileActsProps) {
  return (
    <>
      <Named dossier={dossier} file={file} view={view} onChanged={onChanged} />
      <Out of={{ dossier, attachment: file.id }} file={file} onChanged={onChanged} />
    </>
  );
}

/** Not a form: it stands in the one where the paper is judged. */
function Named({ dossier, file, view, onChanged }: FileActsProps) {
  const { areHidden, of: nameOf } = useNames();
  const [typed, type] = useState<string | null>(null);
  const renaming = useAction(async (name: string) => {
    await call("rename_attachment", { dossier, attachment: file.id, name });
    type(null);
    onChanged();
  });
  const changing = useAction(async (place: string) => {
    await call("change_attachment", { dossier, attachment: file.id, ...placeOf(place) });
    onChanged();
  });
  return (
    <div class="row">
      <TextField
        label={words.name}
        name="name"
        value={areHidden ? calledOf(file, areHidden) : (typed ?? file.name)}
        readOnly={areHidden}
        error={renaming.failure?.message}
        onInput={type}
        onLeave={() => {
          if (typed !== null && typed !== file.name) void renaming.run(typed);
        }}
      />
      {file.document !== "" && (
        <Select
          label={words.place}
          name="document"
          value={lineKey(file)}
          options={placesOf(view, file, nameOf)}
          blank={words.toBeSpecified}
          error={changing.failure?.message}
          onInput={(place) => void changing.run(place)}
        />
      )}
    </div>
  );
}

interface OutProps {
  of: { dossier: number; attachment: number };
  file: Attachment;
  onChanged: () => void;
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
  const removing = useAction(async () => {
    await call("remove_attachment", of);
    onChanged();
  });
  return (
    <>
      <div class="row">
        <Button small describedBy="opened-outside" onClick={() => void open.run()}>
          {words.open}
        </Button>
        <Button small onClick={() => void save.run()}>
          {words.save}
        </Button>
        <Button small sign="remove" onClick={() => void removing.run()}>
          {words.remove}
        </Button>
      </div>
      <p class="rule-source" id="opened-outside">
        {words.fileIs(file.kind_label, file.size_text, file.added_on.text)} {words.openHint}
      </p>
      {opening.isSlow && <Progress text={words.openingPaper} step={opening.step} onStop={opening.stop} />}
      {saving.isSlow && <Progress text={words.saving} step={saving.step} onStop={saving.stop} />}
      <div role="status">{told && <Notice tone="info">{told}</Notice>}</div>
      <Refused failure={opening.failure ?? saving.failure ?? save.failure ?? removing.failure} />
    </>
  );
}
