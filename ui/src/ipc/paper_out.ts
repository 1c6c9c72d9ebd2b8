// A paper going out: opened in the system's viewer, saved where the adviser chose, attached to the draft of an e-mail.

import { useState } from "preact/hooks";
import { useAction, useLong } from "./answers.ts";
import { chooseWhereToSave, type Step } from "./call.ts";
import type { Failure, OfficeFields, OneKeptPaper, OnePaper, PaperMailed } from "./types.ts";

/** What waits while a paper goes out. */
interface Wait {
  isSlow: boolean;
  step: Step | null;
  stop: () => void;
}

export interface PaperOut {
  open: () => void;
  opening: Wait;
  save: (name: string) => void;
  saving: Wait;
  /** What was done, in a sentence. */
  told: string | null;
  failure: Failure | null;
}

/** Any paper of the register. */
export function usePaperOut(of: OnePaper): PaperOut {
  const opening = useLong("open_paper");
  const saving = useLong("save_paper");
  return useOut(opening, saving, {
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
export function useKeptOut(of: OneKeptPaper): PaperOut {
  const opening = useLong("open_kept_paper");
  const saving = useLong("save_kept_paper");
  return useOut(opening, saving, {
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
}

interface Ways {
  /** What was done, when it is to be told. */
  open: () => Promise<string | null>;
  save: (file: string) => Promise<string | null>;
}

function useOut(opening: Way, saving: Way, ways: Ways): PaperOut {
  const [told, setTold] = useState<string | null>(null);
  const asking = useAction(async (name: string) => {
    setTold(null);
    const file = await chooseWhereToSave(name);
    if (file) setTold(await ways.save(file.handle));
  });
  const open = async () => {
    setTold(null);
    setTold(await ways.open());
  };
  return {
    open: () => void open(),
    opening,
    save: asking.run,
    saving,
    told,
    failure: opening.failure ?? saving.failure ?? asking.failure,
  };
}
