// A paper laid out by Rust: its pages as text, then as images. Drawn again when
// the office changes; only the last drawing shows.

import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { asFailure, call, cancel, paperPage, type Step } from "./call.ts";
import { lastWins } from "./latest.ts";
import { onNews } from "./news.ts";
import type { Failure, OnePaper, PaperDrawn } from "./types.ts";

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

export function useDrawn(of: OnePaper): Drawn {
  const [drawn, setDrawn] = useState<{ paper: PaperDrawn | null; turn: number }>({ paper: null, turn: 0 });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSlow, setSlow] = useState(false);
  const [step, setStep] = useState<Step | null>(null);
  const runs = useMemo(() => ({ last: "" }), []);
  const key = JSON.stringify(of);
  const asked = useMemo<OnePaper>(() => JSON.parse(key), [key]);

  const asker = useMemo(
    () =>
      lastWins(
        (question: OnePaper) => {
          runs.last = crypto.randomUUID();
          setStep(null);
          return call("draw_paper", question, { run: runs.last, progress: setStep });
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
        0,
      ),
    [runs],
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
  const image = useCallback((page: number, width: number) => paperPage({ of: asked, page, width }), [asked]);
  return { ...drawn, failure, isSlow: isSlow && runs.last !== "", step, stop, image };
}
