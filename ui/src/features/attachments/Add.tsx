// Files brought in by a button or let go on the window; each is kept or refused.

import { useEffect, useRef, useState } from "preact/hooks";
import { useAction, useLong } from "../../ipc/answers.ts";
import { chooseFiles } from "../../ipc/call.ts";
import { onNews } from "../../ipc/news.ts";
import type { AttachedFile, AttachedFiles } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { lineKey, placeOf } from "./logic.ts";
import * as words from "./words.ts";

interface AddProps {
  dossier: number;
  places: readonly { key: string; label: string }[];
  /** The line of the list one is on: what is let go here stands for it. */
  line: { document: string; part: string; label: string } | null;
  onAdded: (attached: AttachedFiles) => void;
}

export function Add({ dossier, places, line, onAdded }: AddProps) {
  const at = line ? lineKey(line) : "";
  const [chosen, choosePlace] = useState(at);
  useEffect(() => choosePlace(at), [at]);
  const [isBare, setBare] = useState(false);
  const [attached, setAttached] = useState<AttachedFiles | null>(null);
  const [same, setSame] = useState<readonly string[]>([]);
  const adding = useLong("attach_files");
  const add = async (files: readonly string[], again = false) => {
    if (files.length === 0) return;
    setAttached(null);
    const added = await adding.run({
      dossier,
      files: [...files],
      ...placeOf(chosen),
      again,
      without_photo_information: isBare,
    });
    if (!added) return;
    setAttached(added);
    setSame(files.filter((_, place) => added.files[place]?.is_same));
    choosePlace(at);
    onAdded(added);
  };
  const choosing = useAction(async () => add((await chooseFiles()).map(({ handle }) => handle)));
  const isOver = useDropped((handles) => void add(handles));
  useKeys({ "Ctrl+o": () => void choosing.run() });
  const refused = attached?.files.filter(({ is_kept }) => !is_kept) ?? [];
  return (
    <Sheet title={words.addFiles}>
      <div class="body">
        <div class={isOver ? "drop over" : "drop"}>
          <p>
            <b>{isOver ? words.dropNow : words.dropHere}</b>
          </p>
          {line && <p>{words.forLine(line.label)}</p>}
          <p class="hint" id="kinds-kept">
            {words.kinds}
          </p>
          <Button
            sign="paper"
            shortcut={words.chooseKey}
            describedBy="kinds-kept"
            disabled={adding.busy}
            onClick={() => void choosing.run()}
          >
            {words.choose}
          </Button>
        </div>
        <Select
          label={words.addedAs}
          optional
          name="added_as"
          value={chosen}
          options={places}
          blank={words.toBeSpecified}
          onInput={choosePlace}
        />
        <label class="check">
          <input
            type="checkbox"
            name="without_photo_information"
            checked={isBare}
            onChange={(event) => setBare(event.currentTarget.checked)}
          />
          <span>{words.withoutPhotoInformation}</span>
        </label>
        {adding.isSlow && (
          <Progress text={words.adding} hint={words.drawingHint} step={adding.step} onStop={adding.stop} />
        )}
        <div role="status">
          {attached && refused.length === 0 && <Notice tone="ok">{attached.sentence}</Notice>}
        </div>
        <div role="alert">{refused.length > 0 && <RefusedFiles files={refused} />}</div>
        {same.length > 0 && (
          <Button small disabled={adding.busy} onClick={() => void add(same, true)}>
            {words.addAgain(same.length)}
          </Button>
        )}
        <Refused failure={adding.failure ?? choosing.failure} />
      </div>
    </Sheet>
  );
}

function RefusedFiles({ files }: { files: readonly AttachedFile[] }) {
  return (
    <Notice tone="late" title={words.refusedTitle(files.length)}>
      <ul class="refused">
        {files.map((file, at) => (
          <li key={at}>
            <b>{file.name}</b> {file.reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Hears the files let go on the window; says whether some are held over it. */
function useDropped(heard: (handles: string[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(heard);
  latest.current = heard;
  useEffect(
    () =>
      onNews((news) => {
        if (news.told === "dragging") setOver(news.isOver);
        if (news.told !== "dropped") return;
        setOver(false);
        latest.current(news.files.map(({ handle }) => handle));
      }),
    [],
  );
  return isOver;
}
