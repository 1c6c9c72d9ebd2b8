import type { Failure } from "./types.ts";

/** What happened, then what to do. */
export function sentence(failure: Pick<Failure, "message" | "remedy">): string {
  return [failure.message, failure.remedy].filter(Boolean).join(" ");
}

/** The refusal of one field, as the field shows it. */
export function errorAt(refused: Failure | null, field: string): string | null {
  return refused?.field === field ? sentence(refused) : null;
}
