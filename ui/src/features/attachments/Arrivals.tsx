// Files chosen or let go on the window: each is kept or refused, and what is wrong with one is said as it comes.

import { useState } from "preact/hooks";
import { useLong } from "../../ipc/answers.ts";
import { type ComingFiles, useFiles } from "../../ipc/dropped.ts";
import type { AttachedFiles, Failure } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { DropLine, DropZone } from "../../parts/DropZone.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { faultsOf } from "./logic.ts";
import * as words from "./words.ts";

export interface Arrivals {
  /** How many times files were kept. */
  came: number;
  faults: ReadonlyMap<number, string>;
  attached: AttachedFiles | null;
  /** The files that were there already. */
  same: readonly string[];
  adding: ReturnType<typeof useLong<"attach_files">>;
  failure: Failure | null;
  files: ComingFiles;
  isBare: boolean;
  setBare: (isBare: boolean) => void;
  add: (files: readonly string[], again?: boolean) => Promise<void>;
}

/** Brings files in; what is wrong with those of this visit stays said until one leaves the room. */
export function useArrivals(dossier: number, onAdded: () => Promise<void>): Arrivals {
  const [isBare, setBare] = useState(false);
  const [came, count] = useState(0);
  const [faults, setFaults] = useState<ReadonlyMap<number, string>>(new Map());
  const [attached, setAttached] = useState<AttachedFiles | null>(null);
  const [same, setSame] = useState<readonly string[]>([]);
  const adding = useLong("attach_files");
  const add = async (files: readonly string[], again = false) => {
    if (files.length === 0) return;
    setAttached(null);
    const added = await adding.run({
      dossier,
      files: [...files],
      document: "",
      part: "",
      again,
      without_photo_information: isBare,
    });
    if (!added) return;
    setAttached(added);
    setSame(files.filter((_, place) => added.files[place]?.is_same));
    setFaults((before) => new Map([...before, ...faultsOf(added)]));
    await onAdded();
    if (added.files.some(({ is_kept }) => is_kept)) count((last) => last + 1);
  };
  const files = useFiles((handles) => add(handles));
  useKeys({ "Ctrl+o": files.choose });
  const failure = adding.failure ?? files.failure;
  return { came, faults, attached, same, adding, failure, files, isBare, setBare, add };
}

/** What was refused of the files that just came. */
export function Arrived({ arrivals }: { arrivals: Arrivals }) {
  const { adding, attached, same } = arrivals;
  const refused = attached?.files.filter(({ is_kept }) => !is_kept) ?? [];
  return (
    <>
      {adding.isSlow && (
        <Progress text={words.adding} hint={words.drawingHint} step={adding.step} onStop={adding.stop} />
      )}
      <p class="heard" role="status">
        {attached?.sentence}
      </p>
      <div role="alert">
        {refused.length > 0 && (
          <>
            <h3 class="group">{words.refusedTitle(refused.length)}</h3>
            <ul class="need">
              {refused.map((file, at) => (
                <li key={at} class="stop late">
                  <div class="go">
                    <span class="sign late">
                      <Icon name="barred" />
                    </span>{" "}
                    <span>{file.name}</span> <span class="detail">{file.reason}</span>
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {same.length > 0 && (
        <p class="group">
          <Button small disabled={adding.busy} onClick={() => void arrivals.add(same, true)}>
            {words.addAgain(same.length)}
          </Button>
        </p>
      )}
      <Refused failure={arrivals.failure} />
    </>
  );
}

/** Where files are let go or chosen: the whole pane while nothing came, then the foot of the list. */
export function Doorway({ arrivals, isLarge }: { arrivals: Arrivals; isLarge?: boolean }) {
  const { files, isBare, adding } = arrivals;
  const said = { files, text: words.dropHere, over: words.dropNow, button: words.chooseFiles };
  const bare = (
    <label class="check">
      <input
        type="checkbox"
        name="without_photo_information"
        checked={isBare}
        onChange={(event) => arrivals.setBare(event.currentTarget.checked)}
      />
      <span>{words.withoutPhotoInformation}</span>
    </label>
  );
  if (isLarge)
    return (
      <DropZone {...said} kinds={words.kinds} busy={adding.busy} isAside>
        {bare}
      </DropZone>
    );
  return (
    <DropLine {...said} busy={adding.busy}>
      <p>{words.kinds}</p>
      {bare}
    </DropLine>
  );
}
