// The three steps before an office exists, and what each needs to go on.

import type { Failure } from "../../ipc/types.ts";
import * as words from "./words.ts";

export const steps = ["office", "passphrase", "code"] as const;
export type StepName = (typeof steps)[number];

/** As many invented people as a first look needs, always the same ones on a day. */
export const DEMO = { dossiers: 60, seed: 1 } as const;

export interface OfficeForm {
  name: string;
  advisor: string;
  address: string;
  phone: string;
}

export type Errors = Record<string, string>;

export function missingInOffice(form: OfficeForm): Errors {
  const errors: Errors = {};
  if (form.name.trim() === "") errors.name = words.nameMissing;
  if (form.advisor.trim() === "") errors.advisor = words.advisorMissing;
  return errors;
}

/** The step that holds the field a refused creation names. */
export function stepOf(failure: Failure): StepName {
  switch (failure.field) {
    case "name":
    case "advisor":
    case "address":
    case "phone":
      return "office";
    case "passphrase":
      return "passphrase";
    default:
      return "code";
  }
}

export function firstError(errors: Errors, order: readonly string[]): string | null {
  return order.find((field) => errors[field] !== undefined) ?? null;
}
