// A paper going out: printed, opened in the system's viewer, saved where the adviser chose, attached to the draft of an
// e-mail.

import { useEffect, useRef, useState } from "preact/hooks";
import { useAction, useLong } from "./answers.ts";
import { asFailure, chooseWhereToSave, keptPaperPage, paperPage, type Step } from "./call.ts";
import { type Drawn, useDrawn, useKeptDrawn } from "./drawn.ts";
import { forgetPrinted, printPages } from "./printing.ts";
import type { Failure, OfficeFields, OneKeptPaper, OnePaper, PaperMailed } from "./types.ts";

/** What waits while a paper goes out. */
interface Wait {
  isSlow: boolean;
  step: Step | null;
  stop: () => void;
}

export interface PaperOut {
  /** Prints so many pages; absent for what is never drawn on the screen. */
  print?: (pages: number) => void;
  printing: Wait;
  open: () => void;
  opening: Wait;
  save: (name: string) => void;
  saving: Wait;
  /** What was done, in a sentence. */
  told: string | null;
  failure: Failure | null;
}

/** A paper, drawn and let out. */
export interface SeenPaper {
  drawn: Drawn;
  out: PaperOut;
  refusal: typeof asFailure;
}

/** A paper of the register, as it would leave now. */
export function usePaper(of: OnePaper): SeenPaper {
  return { drawn: useDrawn(of), out: usePaperOut(of), refusal: asFailure };
}

/** A paper of the office alone. */
export function useOfficePaper(paper: string): SeenPaper {
  return usePaper({ paper });
}

/** A paper that went out, as it left. */
export function useKeptPaper(of: OneKeptPaper): SeenPaper {
  return { drawn: useKeptDrawn(of), out: useKeptOut(of), refusal: asFailure };
}

function usePaperOut(of: OnePaper): PaperOut {
  const letGo = useLong("print_paper");
  const opening = useLong("open_paper");
  const saving = useLong("save_paper");
  return useOut(opening, saving, {
    letGo: { by: letGo, run: () => letGo.run(of), picture: (page, width) => paperPage({ of, page, width }) },
    open: async () => {
      await opening.run(of);
      return null;
    },
    save: async (file) => (await saving.run({ of, file }))?.sentence ?? null,
  });
}

/** The draft of an e-mail with a paper attached. */
export function usePaperMail(of: OnePaper) {
  const mailing = useLong("mail_paper");
  const [mailed, setMailed] = useState<PaperMailed | null>(null);
  const run = async () => {
    setMailed(null);
    setMailed((await mailing.run(of)) ?? null);
  };
  return { run: () => void run(), mailing, mailed };
}

/** A paper that went out, once more and byte for byte. */
function useKeptOut(of: OneKeptPaper): PaperOut {
  const letGo = useLong("print_kept_paper");
  const opening = useLong("open_kept_paper");
  const saving = useLong("save_kept_paper");
  return useOut(opening, saving, {
    letGo: {
      by: letGo,
      run: () => letGo.run(of),
      picture: (page, width) => keptPaperPage({ of, page, width }),
    },
    open: async () => (await opening.run(of))?.sentence ?? null,
    save: async (file) => (await saving.run({ ...of, file }))?.sentence ?? null,
  });
}

/** The sheet of the recovery code just drawn; `office` heads it while there is none yet. */
export function useRecoverySheet(office?: OfficeFields): PaperOut {
  const opening = useLong("open_recovery_sheet");
  const saving = useLong("save_recovery_sheet");
  const head = office ? { office } : {};
  return useOut(opening, saving, {
    open: async () => (await opening.run(head))?.sentence ?? null,
    save: async (file) => (await saving.run({ ...head, file }))?.sentence ?? null,
  });
}

interface Way extends Wait {
  failure: Failure | null;
  clear: () => void;
}

interface Ways {
  /** Lets it go to the printer, and draws its pages for it. */
  letGo?: {
    by: Way;
    run: () => Promise<unknown>;
    picture: (page: number, width: number) => Promise<Blob>;
  };
  /** What was done, when it is to be told. */
  open: () => Promise<string | null>;
  save: (file: string) => Promise<string | null>;
}

function useOut(opening: Way, saving: Way, ways: Ways): PaperOut {
  const [told, setTold] = useState<string | null>(null);
  const fresh = () => {
    setTold(null);
    opening.clear();
    saving.clear();
  };
  const asking = useAction(async (name: string) => {
    fresh();
    const file = await chooseWhereToSave(name);
    if (file) setTold(await ways.save(file.handle));
  });
  const open = async () => {
    fresh();
    setTold(await ways.open());
  };
  const { letGo } = ways;
  const pages = usePrinted();
  return {
    ...(letGo && { print: (count: number) => void pages.run(count, letGo.run, letGo.picture) }),
    printing: letGo?.by.isSlow ? letGo.by : pages,
    open: () => void open(),
    opening,
    save: asking.run,
    saving,
    told,
    failure: letGo?.by.failure ?? pages.failure ?? opening.failure ?? saving.failure ?? asking.failure,
  };
}

/** Pages on their way to the printer: counted as they are drawn, given up when the person stops or leaves. */
function usePrinted() {
  const [step, setStep] = useState<Step | null>(null);
  const wanted = useRef(false);
  const action = useAction(
    async (
      count: number,
      letGo: () => Promise<unknown>,
      picture: (page: number, width: number) => Promise<Blob>,
    ) => {
      // What was refused is told by its own call.
      if ((await letGo()) === undefined) return;
      wanted.current = true;
      try {
        await printPages(
          count,
          picture,
          (done) => setStep({ done, of: count }),
          () => wanted.current,
        );
      } finally {
        setStep(null);
      }
    },
  );
  const stop = () => {
    wanted.current = false;
  };
  useEffect(
    () => () => {
      stop();
      forgetPrinted();
    },
    [],
  );
  return { ...action, isSlow: step !== null, step, stop };
}
