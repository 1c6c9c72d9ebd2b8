// What is typed in a new request: kept as a draft, read back field by field,
// recorded once.

import { useEffect, useRef, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { asFailure, call } from "../../ipc/call.ts";
import { drafts, findDraft } from "../../ipc/drafts.ts";
import { sentence } from "../../ipc/forms.ts";
import type { DossierView, Failure } from "../../ipc/types.ts";
import { momentText } from "../../parts/moment.ts";
import { useUnsaved } from "../../parts/unsaved.ts";
import {
  blank,
  type Call,
  type FieldName,
  FORM,
  fieldNames,
  held,
  isBlank,
  type RequestForm,
  readingOf,
  withField,
} from "./logic.ts";

/** By the name of the field, a question of the grid included. */
export type FieldErrors = Readonly<Record<string, string | undefined>>;

export function useRequest(
  /** What was looked for and not found: whom the request may be for. */
  name: string | undefined,
  onRecorded: (dossier: DossierView) => void,
  onRefused: (field: string) => void,
) {
  const [form, setForm] = useState<RequestForm>(blank);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [found, setFound] = useState<string | null>(null);
  const now = useRef(form);
  now.current = form;
  useUnsaved({ isUnsaved: !isBlank(form), send: null });

  useEffect(() => {
    findDraft(null, FORM, blank)
      .then((draft) => {
        if (!isBlank(now.current)) return;
        if (!draft) {
          if (name) put("last_name", name);
          return;
        }
        setForm(draft.body);
        setFound(momentText(draft.keptAt));
        // A field left refused says why again.
        now.current = draft.body;
        for (const field of fieldNames) leave(field);
      })
      .catch((reason) => setFailure(asFailure(reason)));
  }, []);

  const hold = (next: RequestForm, field: string) => {
    now.current = next;
    setForm(next);
    setErrors(({ [field]: _, ...others }) => others);
    if (isBlank(next)) drafts.drop(null, FORM);
    else drafts.keep(null, FORM, next);
  };
  const put = (field: FieldName, text: string) => hold(withField(now.current, field, text), field);
  const putCall = (change: Partial<Call>, field: string) =>
    hold({ ...now.current, screening: { ...now.current.screening, ...change } }, field);
  const putPerson = (person: number | null) => hold({ ...now.current, same_person: person }, "same_person");

  const leave = async (field: FieldName) => {
    const kind = readingOf(field);
    const typed = held(now.current, field);
    if (kind === null || typed.trim() === "") return;
    try {
      const { text } = await call("read_field", { kind, text: typed });
      if (held(now.current, field) === typed && text !== typed) put(field, text);
    } catch (reason) {
      if (held(now.current, field) === typed)
        setErrors((all) => ({ ...all, [field]: asFailure(reason).message }));
    }
  };

  const recording = useAction(async () => {
    setFailure(null);
    drafts.forget(null, FORM);
    try {
      onRecorded(await call("record_request", now.current));
    } catch (reason) {
      const refused = asFailure(reason);
      drafts.keep(null, FORM, now.current);
      if (refused.field === null || refused.field === "same_person") {
        setFailure(refused);
        return;
      }
      const message = sentence(refused);
      setErrors((all) => ({ ...all, [refused.field as string]: message }));
      onRefused(refused.field);
    }
  });

  const giveUp = async () => {
    await drafts.drop(null, FORM);
    setForm(blank);
    setErrors({});
    setFailure(null);
    setFound(null);
  };

  return {
    form,
    errors,
    failure,
    found,
    put,
    putCall,
    putPerson,
    leave,
    record: recording.run,
    busy: recording.busy,
    giveUp,
  };
}

export type Request = ReturnType<typeof useRequest>;

/** What ties a field of the screen to the field of the form. */
export function tie(request: Request, name: FieldName) {
  return {
    name,
    value: held(request.form, name),
    error: request.errors[name],
    onInput: (text: string) => request.put(name, text),
    onLeave: () => void request.leave(name),
  };
}
