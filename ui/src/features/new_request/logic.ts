// The form of a request: its blank state, its order, which fields are read
// back as people write them.

import type { Input } from "../../ipc/kinds.ts";

export type RequestForm = Input<"record_request">;
export type FieldName = keyof RequestForm;

export const FORM = "new_request";

export const blank: RequestForm = {
  last_name: "",
  first_name: "",
  origin: "",
  phone: "",
  email: "",
  project: "",
  purpose: "",
  amount: "",
  received_on: "",
  next_date: "",
};

export const fieldNames = Object.keys(blank) as FieldName[];

type Reading = Input<"read_field">["kind"];

/** How the desk reads a field when it is left; plain words are left as typed. */
export function readingOf(field: FieldName): Reading | null {
  switch (field) {
    case "phone":
      return "phone";
    case "email":
      return "email";
    case "amount":
      return "amount";
    case "received_on":
      return "date";
    case "next_date":
      return "next_date";
    default:
      return null;
  }
}

export function isBlank(form: RequestForm): boolean {
  return Object.values(form).every((value) => value.trim() === "");
}
