// A passphrase proposed, or weighed as it is typed; a recovery code drawn and copied back.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useAction } from "./answers.ts";
import { asFailure, call } from "./call.ts";
import { lastWins } from "./latest.ts";
import type { Failure, PreparedOffice, Weighed } from "./types.ts";

/** Six words nobody has to think of; others when they do not please. */
export function useProposed(): { words: string; draw: () => void } {
  const [words, setWords] = useState("");
  const drawing = useAction(async () => setWords((await call("propose_passphrase", {})).passphrase));
  useEffect(() => {
    drawing.run();
  }, [drawing.run]);
  return { words, draw: () => void drawing.run() };
}

/** Weighed while typing, beside the names of an office about to be made; only the last answer counts. */
export function useWeighed(passphrase: string, names: readonly string[] = []): Weighed | null {
  const [weighed, setWeighed] = useState<Weighed | null>(null);
  const known = useRef(names);
  known.current = names;
  const asker = useMemo(
    () =>
      lastWins(
        (typed: string) => call("weigh_passphrase", { passphrase: typed, names: [...known.current] }),
        setWeighed,
        () => setWeighed(null),
      ),
    [],
  );
  useEffect(() => {
    if (passphrase !== "") asker.ask(passphrase);
    else setWeighed({ enough: false, strength: 0, text: "" });
    return asker.stop;
  }, [passphrase, asker]);
  return weighed;
}

/** A group of the code copied back: right or wrong once the desk compared it. */
export interface Group {
  typed: string;
  right: string | null;
  wrong: string | null;
}
export const blankGroup: Group = { typed: "", right: null, wrong: null };

/** Compares a group copied back with the code that was drawn. */
export async function compared(number: number, typed: string): Promise<Group> {
  try {
    const { text } = await call("check_recovery_group", { number, typed });
    return { typed, right: text, wrong: null };
  } catch (reason) {
    return { typed, right: null, wrong: asFailure(reason).message };
  }
}

/** The code is drawn once, when its step is first reached: going back does not change it. */
export function usePrepared(isReached: boolean): { value: PreparedOffice | null; failure: Failure | null } {
  const [value, setValue] = useState<PreparedOffice | null>(null);
  const drawing = useAction(async () => setValue(await call("prepare_office", {})));
  const wasAsked = useRef(false);
  useEffect(() => {
    if (!isReached || wasAsked.current) return;
    wasAsked.current = true;
    drawing.run();
  }, [isReached, drawing.run]);
  return { value, failure: drawing.failure };
}
