// A list read page after page, « Afficher la suite »: read again after a
// change, it shows as many lines as were shown.

import { useEffect, useRef, useState } from "preact/hooks";
import { type Action, useAction } from "./answers.ts";

export interface Pages<R> {
  rows: readonly R[];
  more: Action<[], void>;
}

/** The rows of `first` and those of the pages asked for since; another `question` starts again. */
export function usePages<V, R>(
  first: V | null,
  question: string,
  page: (offset: number) => Promise<V>,
  rowsOf: (view: V) => readonly R[],
): Pages<R> {
  const [further, setFurther] = useState<readonly R[]>([]);
  const asked = useRef(question);
  const rows = first === null ? [] : [...rowsOf(first), ...further];
  const shown = useRef(0);
  const read = useRef(first);
  const more = useAction(async () => {
    const next = rowsOf(await page(rows.length));
    setFurther([...further, ...next]);
    shown.current = rows.length + next.length;
  });
  useEffect(() => {
    read.current = first;
    if (asked.current !== question) {
      asked.current = question;
      shown.current = 0;
    }
    if (first === null) return;
    void readAgain(rowsOf(first).length, shown.current, async (offset) => rowsOf(await page(offset)))
      .then((again) => {
        if (read.current === first) setFurther(again);
      })
      .catch(() => undefined);
  }, [first, question]);
  return { rows, more };
}

/** The rows from `from` until `length` are there or a page brings none. */
export async function readAgain<R>(
  from: number,
  length: number,
  page: (offset: number) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  const again: R[] = [];
  while (from + again.length < length) {
    const next = await page(from + again.length);
    if (next.length === 0) break;
    again.push(...next);
  }
  return again;
}
