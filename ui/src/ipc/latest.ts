// A question asked at each keystroke: one is out at a time, the last typed meanwhile comes
// next, and only the last answer is heard. How fast the desk answers is how often it is asked.

export interface Asker<Q> {
  /** Asks once the question before is answered; only the last of those that wait is asked. */
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
): Asker<Q> {
  let last = 0;
  /** The turn of the question that is out; none is at zero. */
  let out = 0;
  let waiting: { question: Q } | null = null;
  const askNow = (question: Q): void => {
    waiting = null;
    const turn = ++last;
    out = turn;
    const answered = () => {
      if (out !== turn) return;
      out = 0;
      if (waiting) askNow(waiting.question);
    };
    answer(question)
      .then(
        (found) => {
          if (turn === last) heard(found, question);
        },
        (reason) => {
          if (turn === last) refused(reason, question);
        },
      )
      .finally(answered);
  };
  return {
    askNow,
    ask: (question) => {
      if (out === 0) return askNow(question);
      last += 1;
      waiting = { question };
    },
    stop: () => {
      waiting = null;
      last += 1;
    },
  };
}
