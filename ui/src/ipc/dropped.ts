// Files let go on the window.

import { useEffect, useRef, useState } from "preact/hooks";
import { onNews } from "./news.ts";

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
