// A question asked at each keystroke: only the last of a burst is asked, and
// only the last answer is heard.

export interface Clock {
  set: (work: () => void, wait: number) => unknown;
  clear: (timer: unknown) => void;
}

export const clock: Clock = {
  set: (work, wait) => setTimeout(work, wait),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

export interface Asker<Q> {
  /** Asks once nothing else was asked for `wait` milliseconds. */
  ask: (question: Q) => void;
  /** Asks at once. */
  askNow: (question: Q) => void;
  /** Forgets what is asked: no answer comes after this. */
  stop: () => void;
}

export function lastWins<Q, A>(
  answer: (question: Q) => Promise<A>,
  heard: (answer: A, question: Q) => void,
  refused: (reason: unknown, question: Q) => void,
  wait: number,
  timers: Clock = clock,
): Asker<Q> {
  let last = 0;
  let timer: unknown;
  const askNow = (question: Q): void => {
    timers.clear(timer);
    const turn = ++last;
    answer(question).then(
      (found) => {
        if (turn === last) heard(found, question);
      },
      (reason) => {
        if (turn === last) refused(reason, question);
      },
    );
  };
  return {
    askNow,
    ask: (question) => {
      timers.clear(timer);
      last += 1;
      timer = timers.set(() => askNow(question), wait);
    },
    stop: () => {
      timers.clear(timer);
      last += 1;
    },
  };
}
