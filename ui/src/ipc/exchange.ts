// An exchange noted in one line, as the journal keeps it: its draft is found there, with its other fields.

import { useAnswer } from "./answers.ts";
import { call } from "./call.ts";
import { useForm } from "./form.ts";

const never = () => false;
const blank = { held_on: "", kind: "", minutes: "", note: "", next_what: "", next_on: "" };

/** `usual` is the kind of an exchange whose kind is not said. */
export function useExchange(dossier: number, usual: string, onNoted?: () => void) {
  return useForm({
    name: "contact",
    dossier,
    recorded: blank,
    send: async ({ next_what, next_on, ...contact }) => {
      await call("note_interview", {
        dossier,
        form: { ...contact, kind: contact.kind || usual },
        next: { on: next_on, what: next_what },
      });
      onNoted?.();
    },
  });
}

/** The kinds of exchange that the office offers. */
export function useExchangeKinds() {
  return useAnswer("choices", {}, never).value?.interview_kinds ?? [];
}
