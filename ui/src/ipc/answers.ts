// Reading views and sending actions from a screen.

import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { asFailure, call, cancel, type Step } from "./call.ts";
import type { CallName, Input, Output } from "./kinds.ts";
import { lastWins } from "./latest.ts";
import { onNews } from "./news.ts";
import type { Failure } from "./types.ts";

export interface Answer<T> {
  value: T | null;
  failure: Failure | null;
  /** Shows the refreshed view an action gave back. */
  set: (value: T) => void;
  reload: () => void;
}

/** Reads a view, and reads it again after each change of the office. */
export function useAnswer<N extends CallName>(
  name: N,
  input: Input<N> | null,
  isStale: (by: CallName) => boolean = () => true,
): Answer<Output<N>> {
  const [value, setValue] = useState<Output<N> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asker = useMemo(
    () =>
      lastWins<Input<N>, Output<N>>(
        (question) => call(name, question),
        (answer) => {
          setValue(answer);
          setFailure(null);
        },
        (reason) => setFailure(asFailure(reason)),
      ),
    [name],
  );
  const question = useRef(input);
  question.current = input;
  const stale = useRef(isStale);
  stale.current = isStale;
  const reload = useCallback(() => {
    if (question.current !== null) asker.askNow(question.current);
  }, [asker]);
  const key = JSON.stringify(input);
  useEffect(() => {
    reload();
    return asker.stop;
  }, [asker, reload, key]);
  useEffect(() => onNews((news) => news.told === "changed" && stale.current(news.by) && reload()), [reload]);
  const set = useCallback((next: Output<N>) => {
    setValue(next);
    setFailure(null);
  }, []);
  return { value, failure, set, reload };
}

export interface Action<A extends unknown[], R> {
  /** Does the work unless it is already being done; nothing comes back when it was refused. */
  run: (...given: A) => Promise<R | undefined>;
  busy: boolean;
  failure: Failure | null;
  clear: () => void;
}

/** An action of the person: never sent twice at once, its refusal kept to be shown. */
export function useAction<A extends unknown[], R>(work: (...given: A) => Promise<R>): Action<A, R> {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const latest = useRef(work);
  latest.current = work;
  const running = useRef(false);
  const run = useCallback(async (...given: A): Promise<R | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setFailure(null);
    try {
      return await latest.current(...given);
    } catch (reason) {
      setFailure(asFailure(reason));
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setFailure(null), []);
  return { run, busy, failure, clear };
}

export interface LongAction<N extends CallName> extends Action<[Input<N>], Output<N>> {
  /** Set once the wait passes one second. */
  isSlow: boolean;
  step: Step | null;
  stop: () => void;
}

/** A long call: its progress after one second, and what stops it. */
export function useLong<N extends CallName>(name: N): LongAction<N> {
  const [isSlow, setSlow] = useState(false);
  const [step, setStep] = useState<Step | null>(null);
  const running = useRef<string | null>(null);
  const action = useAction(async (input: Input<N>): Promise<Output<N>> => {
    const run = crypto.randomUUID();
    running.current = run;
    setStep(null);
    const slow = setTimeout(() => setSlow(true), 1000);
    try {
      return await call(name, input, { run, progress: setStep });
    } finally {
      clearTimeout(slow);
      setSlow(false);
      running.current = null;
    }
  });
  const stop = useCallback(() => {
    if (running.current) cancel(running.current).catch(() => undefined);
  }, []);
  return { ...action, isSlow, step, stop };
}
