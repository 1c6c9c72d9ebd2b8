// The last copies, at the head of the page: when, what is due, and the press that makes one.

import { useState } from "preact/hooks";
import { useAction, useLong } from "../../ipc/answers.ts";
import { call, chooseFolder } from "../../ipc/call.ts";
import type { CopyCard as CardView, CopiesView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import type { Meaning } from "../../parts/State.tsx";
import { Card } from "./Card.tsx";
import * as all from "./words.ts";

const words = all.copies;
const meanings: Record<CardView["meaning"], Meaning> = { late: "late", due: "due", plain: "ok" };

/** What is known of the copies, at the head of the page. */
export function CopyCards({ view }: { view: CopiesView }) {
  const making = useCopying();
  const { here, outside, place } = view;
  return (
    <>
      <Card
        title={words.here}
        meaning={meanings[here.meaning]}
        main={here.value}
        note={here.note}
        actions={
          <Button small disabled={making.busy} onClick={making.here}>
            {words.copyHere}
          </Button>
        }
      />
      <Card
        title={words.outside}
        meaning={meanings[outside.meaning]}
        main={outside.value}
        note={outside.note}
        actions={
          <>
            <Button
              small
              look="main"
              sign="stick"
              disabled={making.busy}
              onClick={() => making.outside(place)}
            >
              {place === null ? words.choosePlace : words.copyOutside(place)}
            </Button>
            {place !== null && (
              <Button small disabled={making.busy} onClick={making.elsewhere}>
                {words.otherPlace}
              </Button>
            )}
          </>
        }
      />
      <Told making={making} />
    </>
  );
}

type Copying = ReturnType<typeof useCopying>;

/** One press: the place is asked for the first time, then the copy is made there. */
function useCopying() {
  const here = useLong("copy_here");
  const outside = useLong("copy_outside");
  const [told, setTold] = useState<string | null>(null);
  const choosing = useAction(async () => {
    setTold(null);
    const folder = await chooseFolder();
    if (!folder) return;
    await call("choose_copy_place", { folder: folder.handle });
    setTold((await outside.run({ place: "" }))?.sentence ?? null);
  });
  return {
    busy: here.busy || outside.busy || choosing.busy,
    told,
    failure: here.failure ?? outside.failure ?? choosing.failure,
    slow: [here, outside].find(({ isSlow }) => isSlow) ?? null,
    elsewhere: () => void choosing.run(),
    here: async () => {
      setTold(null);
      outside.clear();
      choosing.clear();
      setTold((await here.run({}))?.sentence ?? null);
    },
    outside: async (place: string | null) => {
      setTold(null);
      here.clear();
      choosing.clear();
      if (place === null) await choosing.run();
      else setTold((await outside.run({ place: "" }))?.sentence ?? null);
    },
  };
}

/** What the press did, across the row of cards. */
function Told({ making }: { making: Copying }) {
  return (
    <div class="told">
      <dt class="heard">{words.done}</dt>
      <dd>
        {making.slow && <Progress text={words.copying} step={making.slow.step} onStop={making.slow.stop} />}
        <div role="status">{making.told && <Notice tone="ok">{making.told}</Notice>}</div>
        <Refused failure={making.failure} />
      </dd>
    </div>
  );
}
