// A paper laid out by Rust: its pages as text, then as images at the width of
// the screen. Drawn again when the office changes; only the last drawing shows.

import type { RefObject } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { asFailure, call, cancel, paperPage, type Step } from "../../ipc/call.ts";
import { lastWins } from "../../ipc/latest.ts";
import { onNews } from "../../ipc/news.ts";
import type { Failure, PaperDrawn } from "../../ipc/types.ts";
import { pixelsFor } from "./logic.ts";

export interface Drawn {
  paper: PaperDrawn | null;
  /** Grows at each drawing: the images follow. */
  turn: number;
  failure: Failure | null;
  isSlow: boolean;
  step: Step | null;
  stop: () => void;
}

export function useDrawn(dossier: number, paper: string): Drawn {
  const [drawn, setDrawn] = useState<{ paper: PaperDrawn | null; turn: number }>({ paper: null, turn: 0 });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSlow, setSlow] = useState(false);
  const [step, setStep] = useState<Step | null>(null);
  const runs = useMemo(() => ({ last: "" }), []);

  const asker = useMemo(
    () =>
      lastWins(
        (question: { dossier: number; paper: string }) => {
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
      asker.askNow({ dossier, paper });
    };
    draw();
    const deaf = onNews((news) => news.told === "changed" && draw());
    return () => {
      deaf();
      clearTimeout(timer);
      asker.stop();
      if (runs.last !== "") cancel(runs.last).catch(() => undefined);
    };
  }, [dossier, paper, asker, runs]);

  const stop = () => {
    if (runs.last !== "") cancel(runs.last).catch(() => undefined);
  };
  return { ...drawn, failure, isSlow: isSlow && runs.last !== "", step, stop };
}

/** The width at which pages are shown; a window being resized is waited for. */
export function usePixels(frame: RefObject<HTMLElement | null>): number | null {
  const [pixels, setPixels] = useState<number | null>(null);
  useEffect(() => {
    const shown = frame.current;
    if (!shown) return;
    const measure = () => setPixels(pixelsFor(shown.clientWidth, devicePixelRatio));
    measure();
    let timer: ReturnType<typeof setTimeout>;
    const watch = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(measure, 150);
    });
    watch.observe(shown);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, [frame]);
  return pixels;
}

export interface PageAsked {
  dossier: number;
  paper: string;
  page: number;
  width: number | null;
  turn: number;
}

/** The address of a page's image; its bytes are let go when it is no longer shown. */
export function usePageImage({ dossier, paper, page, width, turn }: PageAsked) {
  const [source, setSource] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    if (width === null) return;
    let isWanted = true;
    let url: string | null = null;
    paperPage({ dossier, paper, page, width }).then(
      (image) => {
        if (!isWanted) return;
        url = URL.createObjectURL(image);
        setSource(url);
        setFailure(null);
      },
      (reason) => isWanted && setFailure(asFailure(reason)),
    );
    return () => {
      isWanted = false;
      if (url) URL.revokeObjectURL(url);
    };
  }, [dossier, paper, page, width, turn]);
  return { source, failure };
}
