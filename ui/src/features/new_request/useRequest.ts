// A new request: one form, whose fields are read back as people write them.

import { call } from "../../ipc/call.ts";
import { type Form, useForm } from "../../ipc/form.ts";
import type { DossierView } from "../../ipc/types.ts";
import { blank, type FieldName, inputOf, type RequestForm, readingOf } from "./logic.ts";

/** Sent with the list of papers to print, or alone. */
export type Request = Form<RequestForm, [isPrinted: boolean]>;

export function useRequest(
  /** What was looked for and not found: whom the request may be for. */
  name: string | undefined,
  onRecorded: (dossier: DossierView, isPrinted: boolean) => void,
): Request {
  return useForm({
    name: "new_request",
    recorded: name ? { ...blank, last_name: name } : blank,
    send: async (typed: RequestForm, isPrinted: boolean) =>
      onRecorded(await call("record_request", inputOf(typed)), isPrinted),
    isWhole: true,
  });
}

/** What ties a field of the screen to the field of the form. */
export function tie(request: Request, name: FieldName) {
  return request.tie(name, readingOf(name));
}
