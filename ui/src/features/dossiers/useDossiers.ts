// The search: each keystroke asks, the last answer wins, and what was typed is
// found again on coming back.

import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { asFailure, call } from "../../ipc/call.ts";
import { lastWins } from "../../ipc/latest.ts";
import { onNews } from "../../ipc/news.ts";
import type { DossierList, Failure, PhaseKey } from "../../ipc/types.ts";
import { usePlace } from "../../parts/place.ts";
import { readShown, withPage } from "./logic.ts";

/** A kind of dossiers, the archived ones, or every one that is not archived. */
export type Shown = PhaseKey | "archived" | null;

interface Question {
  search: string;
  phase: Shown;
  /** How many lines to show at least, when reading again. */
  length: number;
}

export interface DossiersShown {
  list: DossierList | null;
  search: string;
  phase: Shown;
  failure: Failure | null;
  lookFor: (search: string) => void;
  filter: (phase: Shown) => void;
  more: () => void;
}

export function useDossiers(): DossiersShown {
  const { kept, keep } = usePlace();
  const [search, setSearch] = useState(kept<string>("search") ?? "");
  const [phase, setPhase] = useState(kept<Shown>("phase") ?? null);
  const [list, setList] = useState<DossierList | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const arriveAt = useRef<number | null>(null);
  const shown = useRef(list);
  shown.current = list;

  const asker = useMemo(
    () =>
      lastWins(
        ({ search, phase, length }: Question) =>
          readShown((offset) => call("dossiers", asked(search, phase, offset)), length),
        (answer) => {
          setList(answer);
          setFailure(null);
          keep("length", answer.rows.length);
        },
        (reason) => setFailure(asFailure(reason)),
      ),
    [keep],
  );

  useEffect(() => {
    asker.askNow({ search, phase, length: kept<number>("length") ?? 0 });
    return asker.stop;
  }, []);
  useEffect(
    () =>
      onNews((news) => {
        if (news.told === "changed") asker.askNow({ search, phase, length: shown.current?.rows.length ?? 0 });
      }),
    [asker, search, phase],
  );

  const lookFor = useCallback(
    (words: string) => {
      setSearch(words);
      keep("search", words);
      asker.ask({ search: words, phase, length: 0 });
    },
    [asker, keep, phase],
  );
  const filter = useCallback(
    (chosen: Shown) => {
      setPhase(chosen);
      keep("phase", chosen);
      asker.askNow({ search, phase: chosen, length: 0 });
    },
    [asker, keep, search],
  );
  const more = useCallback(async () => {
    const offset = shown.current?.rows.length ?? 0;
    try {
      const page = await call("dossiers", asked(search, phase, offset));
      if (shown.current?.search !== page.search) return;
      const longer = withPage(shown.current, page, offset);
      setList(longer);
      keep("length", longer.rows.length);
      arriveAt.current = page.rows[0]?.id ?? null;
    } catch (reason) {
      setFailure(asFailure(reason));
    }
  }, [search, phase, keep]);

  // The button may be gone: the focus goes to the first line it brought.
  useEffect(() => {
    if (arriveAt.current === null) return;
    document.querySelector<HTMLElement>(`[data-dossier="${arriveAt.current}"]`)?.focus();
    arriveAt.current = null;
  }, [list]);

  return { list, search, phase, failure, lookFor, filter, more };
}

function asked(search: string, phase: Shown, offset: number) {
  if (phase === "archived") return { search, offset, archived: true };
  return phase === null ? { search, offset } : { search, offset, phase };
}
