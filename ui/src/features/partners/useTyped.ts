// A short form sent by its button: what is typed stays until it is accepted.

import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { errorAt } from "../../ipc/forms.ts";
import { useUnsaved } from "../../parts/unsaved.ts";

type Texts = Record<string, string>;

/** What the form around the fields needs of it. */
export type Typed = Pick<ReturnType<typeof useTyped>, "busy" | "failure" | "submit">;

export function useTyped<F extends Texts>(start: F, send: (typed: F) => Promise<void>) {
  const [typed, setTyped] = useState(start);
  const action = useAction(() => send(typed));
  const isBlank = Object.keys(start).every((field) => typed[field] === start[field]);
  useUnsaved({ isUnsaved: !isBlank, send: null });
  const field = action.failure?.field ?? null;
  return {
    typed,
    busy: action.busy,
    /** The refusal, when it belongs to no field of the form. */
    failure: field !== null && field in start ? null : action.failure,
    tie: (name: keyof F & string) => ({
      name,
      value: typed[name] ?? "",
      error: errorAt(action.failure, name),
      onInput: (text: string) => setTyped({ ...typed, [name]: text }),
    }),
    submit: (event: Event) => {
      event.preventDefault();
      action.run();
    },
  };
}
