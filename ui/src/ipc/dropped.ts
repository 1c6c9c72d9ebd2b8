// Files let go on the window, or chosen.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useAction } from "./answers.ts";
import { chooseFiles } from "./call.ts";
import { onNews } from "./news.ts";
import type { Failure } from "./types.ts";

/** Hears the files let go on the window; says whether some are held over it. */
export function useDropped(heard: (handles: string[]) => void): boolean {
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

export interface ComingFiles {
  /** Whether files are held over the window. */
  isOver: boolean;
  choose: () => void;
  failure: Failure | null;
}

/** Hears the files let go on the window and those that are chosen. */
export function useFiles(take: (handles: readonly string[]) => unknown): ComingFiles {
  const choosing = useAction(async () => take((await chooseFiles()).map(({ handle }) => handle)));
  const choose = useCallback(() => void choosing.run(), [choosing.run]);
  const isOver = useDropped((handles) => void take(handles));
  return { isOver, choose, failure: choosing.failure };
}
