// The draft of a line, being added or being edited: found on arriving, gone
// with its action.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { drafts, findDraft } from "./drafts.ts";

export interface LineDraft<T> {
  body: T;
  keptAt: string;
}

export interface LineDrafts<T> {
  found: LineDraft<T> | null;
  /** The line is sent, or given up: the notice goes. */
  settle: () => void;
  keep: (body: T) => void;
  /** The line is being sent: nothing more is written for it. */
  forget: () => void;
  drop: () => void;
}

export function useLineDraft<T extends object>(
  dossier: number,
  form: string,
  blank: T,
  isReady: boolean,
  onFound: (body: T) => void,
): LineDrafts<T> {
  const [found, setFound] = useState<LineDraft<T> | null>(null);
  const latest = useRef({ blank, onFound });
  latest.current = { blank, onFound };
  useEffect(() => {
    if (!isReady) return;
    findDraft(dossier, form, latest.current.blank)
      .then((draft) => {
        if (!draft) return;
        setFound(draft);
        latest.current.onFound(draft.body);
      })
      .catch(() => undefined);
  }, [dossier, form, isReady]);
  const settle = useCallback(() => setFound(null), []);
  return {
    found,
    settle,
    keep: (body) => drafts.keep(dossier, form, body),
    forget: () => drafts.forget(dossier, form),
    drop: () => {
      settle();
      drafts.drop(dossier, form);
    },
  };
}
