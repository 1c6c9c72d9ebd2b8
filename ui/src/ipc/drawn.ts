// A paper laid out by Rust: its pages as text, then as images. Drawn again when
// the office changes; only the last drawing shows.

import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { asFailure, call, cancel, keptPaperPage, paperPage, type Step } from "./call.ts";
import { lastWins } from "./latest.ts";
import { onNews } from "./news.ts";
import type { Failure, OneKeptPaper, OnePaper, PaperDrawn } from "./types.ts";

export interface Drawn {
  paper: PaperDrawn | null;
  /** Grows at each drawing: the images follow. */
  turn: number;
  failure: Failure | null;
  isSlow: boolean;
  step: Step | null;
  stop: () => void;
  /** One of its pages as an image, so many pixels wide. */
  image: (page: number, width: number) => Promise<Blob>;
}

interface Drawing<Q> {
  draw: (question: Q, watch: { run: string; progress: (step: Step) => void }) => Promise<PaperDrawn>;
  page: (of: Q, page: number, width: number) => Promise<Blob>;
}

const ofTheRegister: Drawing<OnePaper> = {
  draw: (question, watch) => call("draw_paper", question, watch),
  page: (of, page, width) => paperPage({ of, page, width }),
};

const thatWentOut: Drawing<OneKeptPaper> = {
  draw: (question, watch) => call("show_kept_paper", question, watch),
  page: (of, page, width) => keptPaperPage({ of, page, width }),
};

/** A paper as it would be printed now. */
export function useDrawn(of: OnePaper): Drawn {
  return useDrawing(of, ofTheRegister);
}

/** A paper as it left. */
export function useKeptDrawn(of: OneKeptPaper): Drawn {
  return useDrawing(of, thatWentOut);
}

function useDrawing<Q>(of: Q, { draw: drawOne, page: pageOf }: Drawing<Q>): Drawn {
  const [drawn, setDrawn] = useState<{ paper: PaperDrawn | null; turn: number }>({ paper: null, turn: 0 });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSlow, setSlow] = useState(false);
  const [step, setStep] = useState<Step | null>(null);
  const runs = useMemo(() => ({ last: "" }), []);
  const key = JSON.stringify(of);
  const asked = useMemo<Q>(() => JSON.parse(key), [key]);

  const asker = useMemo(
    () =>
      lastWins(
        (question: Q) => {
          runs.last = crypto.randomUUID();
          setStep(null);
          return drawOne(question, { run: runs.last, progress: setStep });
        },
        (answer) => {
          runs.last = "";
          setFailure(null);
          setDrawn(({ turn }) => ({ paper: answer, turn: turn + 1 }));
        },
        (reason) => {
          runs.last = "";
          setFailure(asFailure(reason));
        },
      ),
    [runs, drawOne],
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const draw = () => {
      setSlow(false);
      clearTimeout(timer);
      timer = setTimeout(() => setSlow(runs.last !== ""), 1000);
      asker.askNow(asked);
    };
    draw();
    const deaf = onNews((news) => news.told === "changed" && draw());
    return () => {
      deaf();
      clearTimeout(timer);
      asker.stop();
      if (runs.last !== "") cancel(runs.last).catch(() => undefined);
    };
  }, [asked, asker, runs]);

  const stop = () => {
    if (runs.last !== "") cancel(runs.last).catch(() => undefined);
  };
  const image = useCallback((page: number, width: number) => pageOf(asked, page, width), [asked, pageOf]);
  return { ...drawn, failure, isSlow: isSlow && runs.last !== "", step, stop, image };
}
