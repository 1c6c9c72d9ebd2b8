// The keyboard and the mouse of a ledger whose lines are edited where they
// stand: arrows move, F2, Entrée or a click open, Entrée goes on to the next
// line, Échap restores, leaving sends, Suppr removes.

import type { RefObject } from "preact";
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import {
  differ,
  type Edit,
  type EditStep,
  edited,
  isChanged,
  type LineRefused,
  moved,
  neighbour,
  nextLine,
} from "./inline.ts";
import { focusField } from "./place.ts";

export interface LedgerDoor<V> {
  /** The lines in their order on the screen. */
  lines: readonly number[];
  values: (line: number) => V | null;
  /** The cell F2 opens. */
  mainCell: (line: number) => string;
  send: (line: number, typed: V) => Promise<LineRefused | null>;
  /** Resolves once the line is gone; `false` when it stays. */
  remove: (line: number) => Promise<boolean>;
  keep: (line: number, typed: V) => void;
  giveUp: () => void;
}

export interface Ledger<V> {
  place: RefObject<HTMLTableElement | null>;
  edit: Edit<V> | null;
  /** The line the Tab key reaches. */
  current: number | null;
  open: (line: number, cell?: string, typed?: V) => void;
  type: (change: Partial<V>) => void;
  /** Sends the open line as if it were left. */
  finish: () => Promise<boolean>;
  restore: () => void;
  remove: (line: number) => void;
  onLineKey: (event: KeyboardEvent, line: number) => void;
  onEditKey: (event: KeyboardEvent) => void;
  onEditLeave: () => void;
}

export function useLedger<V extends object>(door: LedgerDoor<V>): Ledger<V> {
  const [edit, dispatch] = useReducer<Edit<V> | null, EditStep<V>>(edited, null);
  const [current, setCurrent] = useState<number | null>(null);
  const place = useRef<HTMLTableElement>(null);
  const now = useRef({ door, edit });
  now.current = { door, edit };
  const focusNext = useFocusAfterRender(place);
  useEffect(() => {
    if (!edit || edit.isSending) return;
    const before = door.values(edit.line);
    if (!before) dispatch({ does: "close" });
    else if (!isChanged(edit) && differ(before, edit.before)) dispatch({ does: "refresh", before });
  });

  const finish = useCallback(async (): Promise<boolean> => {
    const { edit, door } = now.current;
    if (!edit) return true;
    if (edit.isSending) return false;
    if (isChanged(edit)) {
      dispatch({ does: "send" });
      now.current = { door, edit: { ...edit, isSending: true } };
      const refused = await door.send(edit.line, edit.typed);
      if (refused) {
        dispatch({ does: "refuse", refused });
        return false;
      }
    }
    dispatch({ does: "close" });
    now.current = { ...now.current, edit: null };
    return true;
  }, []);

  const open = useCallback(
    async (line: number, cell?: string, typed?: V) => {
      if (!(await finish())) return;
      const { door } = now.current;
      const before = door.values(line);
      if (!before) return;
      setCurrent(line);
      dispatch({ does: "open", line, cell: cell ?? door.mainCell(line), before, ...(typed && { typed }) });
    },
    [finish],
  );

  const restore = useCallback(() => {
    const { edit, door } = now.current;
    if (!edit || edit.isSending) return;
    if (isChanged(edit)) door.giveUp();
    dispatch({ does: "close" });
    focusNext(edit.line);
  }, [focusNext]);

  const remove = useCallback(
    async (line: number) => {
      const { door } = now.current;
      const beside = neighbour(door.lines, line);
      if (!(await door.remove(line))) return;
      dispatch({ does: "close" });
      setCurrent(beside);
      if (beside !== null) focusNext(beside);
    },
    [focusNext],
  );

  const validate = useCallback(async () => {
    const line = now.current.edit?.line;
    if (line === undefined) return;
    if (!(await finish())) {
      focusRefused(place.current);
      return;
    }
    const below = nextLine(now.current.door.lines, line);
    if (below === null) focusNext(line);
    else await open(below);
  }, [finish, focusNext, open]);

  return {
    place,
    edit,
    current: current !== null && door.lines.includes(current) ? current : (door.lines[0] ?? null),
    open,
    type: (change) => {
      dispatch({ does: "type", change });
      if (edit) door.keep(edit.line, { ...edit.typed, ...change });
    },
    finish,
    restore,
    remove,
    onLineKey: (event, line) => {
      if (event.ctrlKey || event.altKey) return;
      const to = moved(door.lines, line, event.key);
      if (to !== null) {
        setCurrent(to);
        focusLine(place.current, to);
      } else if (event.key === "F2") open(line);
      else if (event.key === "Delete") remove(line);
      else return;
      event.preventDefault();
    },
    onEditKey: (event) => {
      if (event.key === "Escape") restore();
      else if (event.key === "Enter" && !event.ctrlKey && !isButton(event.target)) validate();
      else return;
      event.preventDefault();
    },
    onEditLeave: () => {
      const line = now.current.edit?.line;
      // The focus is elsewhere only once the browser has moved it; a window
      // that merely loses the focus keeps its active element.
      setTimeout(() => {
        const isInside = document.activeElement?.closest("[data-edited]");
        if (!isInside && line !== undefined && now.current.edit?.line === line) finish();
      });
    },
  };
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement;
}

function focusLine(place: ParentNode | null, line: number): void {
  place?.querySelector<HTMLElement>(`[data-line="${line}"]`)?.focus();
}

function focusRefused(place: ParentNode | null): void {
  const refused = place?.querySelector<HTMLElement>("[data-edited] [aria-invalid]");
  refused?.focus();
}

/** Gives the focus to a line once it is drawn. */
function useFocusAfterRender(place: RefObject<HTMLTableElement | null>): (line: number) => void {
  const [wanted, want] = useState<{ line: number } | null>(null);
  useLayoutEffect(() => {
    if (wanted) focusLine(place.current, wanted.line);
  }, [wanted, place]);
  return useCallback((line: number) => want({ line }), []);
}

/** Puts the focus in the cell by which the line was opened. */
export function useOpenedCell(rows: RefObject<HTMLTableElement | null>, edit: Edit<object> | null): void {
  const line = edit?.line;
  const cell = edit?.cell;
  useEffect(() => {
    if (line === undefined || cell === undefined) return;
    const within = rows.current?.querySelector("[data-edited]") ?? null;
    focusField(within, cell);
    const field = document.activeElement;
    if (field instanceof HTMLInputElement && within?.contains(field)) field.select();
  }, [line, cell, rows]);
}
