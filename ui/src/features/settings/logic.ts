// The two forms of the settings, filled from what is in force.

import type { Input } from "../../ipc/kinds.ts";
import type { OfficeView } from "../../ipc/types.ts";

export type OfficeForm = Input<"describe_office">;
export type NumberingForm = Input<"change_numbering">;

export function officeForm({ name, advisor, address, phone }: OfficeView): OfficeForm {
  return { name, advisor, address, phone };
}

export function numberingForm(office: OfficeView, today: string): NumberingForm {
  return { prefix: office.reference_prefix, width: String(office.reference_width), from: today };
}

export function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
