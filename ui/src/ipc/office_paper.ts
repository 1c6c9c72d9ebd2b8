// A paper of the office alone: drawn, and let out.

import { asFailure } from "./call.ts";
import { useDrawn } from "./drawn.ts";
import { usePaperOut } from "./paper_out.ts";

export function useOfficePaper(paper: string) {
  const of = { paper };
  return { drawn: useDrawn(of), out: usePaperOut(of), refusal: asFailure };
}
