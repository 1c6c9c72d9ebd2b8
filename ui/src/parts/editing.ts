// One line of a ledger being edited where it stands: opened, typed in, sent on
// being left, restored by Échap.

import type { RefObject } from "preact";
import { useCallback, useEffect, useReducer, useRef } from "preact/hooks";
import { differ, type Edit, type EditStep, edited, isChanged, type LineRefused } from "./inline.ts";
import { focusField } from "./place.ts";

export interface EditingDoor<V> {
  values: (line: number) => V | null;
  /** The cell F2 opens. */
  mainCell: (line: number) => string;
  send: (line: number, typed: V) => Promise<LineRefused | null>;
  keep: (line: number, typed: V) => void;
  giveUp: () => void;
}

export interface Editing<V> {
  edit: Edit<V> | null;
  /** Opens a line once the one open is sent; `false` when that one is refused. */
  open: (line: number, cell?: string, typed?: V) => Promise<boolean>;
  type: (change: Partial<V>) => void;
  /** Puts a text as people write it in place of what was typed, if it still is. */
  rewrite: (line: number, field: keyof V & string, typed: string, proper: string) => void;
  /** Sends the open line as if it were left; `false` when it is refused. */
  finish: () => Promise<boolean>;
  /** Says at the refused line that it comes first. */
  bar: () => void;
  /** Closes the line as it was, and gives its number. */
  restore: () => number | null;
  close: () => void;
  /** The line that is open now, even before it is drawn. */
  line: () => number | null;
}

export function useEditing<V extends object>(door: EditingDoor<V>): Editing<V> {
  const [edit, dispatch] = useReducer<Edit<V> | null, EditStep<V>>(edited, null);
  const now = useRef({ door, edit });
  now.current = { door, edit };
  const wasTyped = useRef(false);
  useFresh(door, edit, dispatch);

  const shut = useCallback(() => {
    if (wasTyped.current) now.current.door.giveUp();
    wasTyped.current = false;
    dispatch({ does: "close" });
    now.current = { ...now.current, edit: null };
  }, []);
  const sending = useRef<Promise<boolean> | null>(null);
  const send = useCallback(
    async (line: number, typed: V): Promise<boolean> => {
      dispatch({ does: "send" });
      const refused = await now.current.door.send(line, typed);
      if (refused) dispatch({ does: "refuse", refused });
      else {
        wasTyped.current = false;
        shut();
      }
      sending.current = null;
      return refused === null;
    },
    [shut],
  );
  const finish = useCallback(async (): Promise<boolean> => {
    const { edit } = now.current;
    // Whoever asks while the line is being sent waits for the same answer.
    if (sending.current) return sending.current;
    if (!edit) return true;
    if (isChanged(edit)) {
      sending.current = send(edit.line, edit.typed);
      return sending.current;
    }
    shut();
    return true;
  }, [send, shut]);
  const open = useCallback(
    async (line: number, cell?: string, typed?: V): Promise<boolean> => {
      if (!(await finish())) return false;
      const { door } = now.current;
      const before = door.values(line);
      if (!before) return false;
      wasTyped.current = typed !== undefined;
      dispatch({ does: "open", line, cell: cell ?? door.mainCell(line), before, ...(typed && { typed }) });
      return true;
    },
    [finish],
  );
  return {
    edit,
    open,
    finish,
    type: (change) => {
      wasTyped.current = true;
      dispatch({ does: "type", change });
      if (edit) door.keep(edit.line, { ...edit.typed, ...change });
    },
    rewrite: (line, field, typed, proper) => {
      const { edit } = now.current;
      if (edit?.line !== line || edit.typed[field] !== typed || proper === typed) return;
      dispatch({ does: "type", change: { [field]: proper } as Partial<V> });
    },
    bar: () => dispatch({ does: "bar" }),
    restore: () => {
      const { edit } = now.current;
      if (!edit || edit.isSending) return null;
      shut();
      return edit.line;
    },
    close: () => dispatch({ does: "close" }),
    line: () => now.current.edit?.line ?? null,
  };
}

/** A line changed or taken away elsewhere, by « Annuler » for one, is not shown as it was. */
function useFresh<V extends object>(
  door: EditingDoor<V>,
  edit: Edit<V> | null,
  dispatch: (step: EditStep<V>) => void,
): void {
  useEffect(() => {
    if (!edit || edit.isSending) return;
    const before = door.values(edit.line);
    if (!before) dispatch({ does: "close" });
    else if (!isChanged(edit) && differ(before, edit.before)) dispatch({ does: "refresh", before });
  });
}

/** Puts the focus in the cell by which the line was opened, then in the one that is refused. */
export function useEditFocus(rows: RefObject<HTMLElement | null>, edit: Edit<object> | null): void {
  const line = edit?.line;
  const cell = edit?.cell;
  const refused = edit?.refused ?? null;
  useEffect(() => {
    if (line === undefined || cell === undefined) return;
    const within = rows.current?.querySelector("[data-edited]")?.parentElement ?? null;
    focusField(within, cell);
    const field = document.activeElement;
    // What was typed to open the line is gone on with, not typed over.
    if (field instanceof HTMLInputElement && within?.contains(field) && edit && !isChanged(edit))
      field.select();
  }, [line, cell, rows]);
  useEffect(() => {
    // Who left the line is not brought back: only who stays in it is shown the cell.
    const isInside = document.activeElement?.closest("[data-edited]");
    if (refused && isInside) focusField(isInside.parentElement, refused.field);
  }, [refused]);
}
