// The keyboard and the mouse of a ledger whose lines are edited where they
// stand: arrows move, F2, Entrée or a click open, Entrée goes on to the next
// line, Échap restores, leaving sends, Suppr removes. A refused line comes
// first: whatever would leave it brings the focus back to it.

import type { RefObject } from "preact";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Editing, type EditingDoor, useEditFocus, useEditing } from "./editing.ts";
import { isChanged, moved, neighbour, nowNumbered } from "./inline.ts";
import { focusOn } from "./place.ts";
import { useUnsaved } from "./unsaved.ts";

export interface LedgerDoor<V> extends EditingDoor<V> {
  /** The lines in their order on the screen. */
  lines: readonly number[];
  /** Resolves once the line is gone; `false` when it stays. */
  remove: (line: number) => Promise<boolean>;
  /** Whether Entrée opens the next line, or rests on it. */
  afterEnter: "open" | "rest";
  /** A date as people write it; nothing when it is none, which is told when the line is sent. */
  readDate: (text: string) => Promise<string | null>;
}

export interface Ledger<V> extends Pick<Editing<V>, "edit" | "type" | "finish"> {
  place: RefObject<HTMLTableElement | null>;
  /** The line the Tab key reaches. */
  current: number | null;
  open: (line: number, cell?: string, typed?: V) => void;
  restore: () => void;
  remove: (line: number) => void;
  /** Reads back a date that was typed, on leaving it. */
  readDate: (field: keyof V & string) => Promise<void>;
  onLineKey: (event: KeyboardEvent, line: number) => void;
  onEditKey: (event: KeyboardEvent) => void;
  onEditLeave: () => void;
}

export function useLedger<V extends object>(door: LedgerDoor<V>): Ledger<V> {
  const editing = useEditing(door);
  const [current, setCurrent] = useState<number | null>(null);
  const place = useRef<HTMLTableElement>(null);
  const latest = useRef(door);
  latest.current = door;
  const focusNext = useFocusAfterRender(place);
  const afterClick = useAfterClick();
  useEditFocus(place, editing.edit);

  const finish = async () => {
    const isFinished = await editing.finish();
    if (!isFinished) {
      editing.bar();
      focusRefused(place.current);
    }
    return isFinished;
  };
  const open = async (line: number, cell?: string, typed?: V) => {
    if ((await finish()) && (await editing.open(line, cell, typed))) setCurrent(line);
  };
  const restore = () => {
    const line = editing.restore();
    if (line !== null) focusNext(line);
  };
  const remove = async (line: number) => {
    // What is typed in another line is not thrown away with this one.
    if (editing.line() !== line && !(await finish())) return;
    const beside = neighbour(door.lines, line);
    if (!(await door.remove(line))) return;
    editing.close();
    setCurrent(beside);
    if (beside !== null) focusNext(beside);
  };
  const validate = async (key = "ArrowDown", cell?: string) => {
    const line = editing.line();
    const before = latest.current.lines;
    if (line === null || !(await editing.finish())) return;
    const here = nowNumbered(before, latest.current.lines, line);
    const next = moved(latest.current.lines, here, key);
    if (next !== null && door.afterEnter === "open") return open(next, cell);
    setCurrent(next ?? here);
    focusNext(next ?? here);
  };
  useUnsaved({
    isUnsaved: editing.edit !== null && isChanged(editing.edit),
    send: async () => {
      const line = editing.line();
      const isInside = document.activeElement?.closest("[data-edited]");
      if ((await editing.finish()) && line !== null && isInside) focusNext(line);
    },
  });
  const readDate = async (field: keyof V & string) => {
    const { edit, rewrite } = editing;
    const text = String(edit?.typed[field] ?? "");
    if (!edit || text === edit.before[field] || text.trim() === "") return;
    const proper = await door.readDate(text);
    if (proper !== null) rewrite(edit.line, field, text, proper);
  };
  return {
    ...editing,
    readDate,
    finish,
    place,
    current: current !== null && door.lines.includes(current) ? current : (door.lines[0] ?? null),
    open,
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
      else if (door.afterEnter === "open" && /^[\d,(]$/.test(event.key)) {
        const values = door.values(line);
        if (values) open(line, undefined, { ...values, [door.mainCell(line)]: event.key });
      } else return;
      event.preventDefault();
    },
    onEditKey: (event) => {
      if (event.key === "Escape") restore();
      else if (event.key === "Enter" && !event.ctrlKey && !event.altKey && !isButton(event.target))
        validate();
      else if (door.afterEnter === "open" && isUpOrDown(event)) validate(event.key, nameOf(event.target));
      else return;
      event.preventDefault();
    },
    onEditLeave: () => leaveSoon(editing, afterClick),
  };
}

/**
 * Sends the line if the focus is elsewhere once the browser has moved it; a
 * window that merely loses the focus keeps its active element.
 */
function leaveSoon<V>(editing: Editing<V>, afterClick: (run: () => void) => void): void {
  const line = editing.line();
  afterClick(() => {
    const isInside = document.activeElement?.closest("[data-edited]");
    if (!isInside && line !== null && editing.line() === line) editing.finish();
  });
}

const ENDS = ["pointerup", "pointercancel", "keydown"] as const;

/** Runs once the button of the mouse that is held, if one is, was let go and its click heard: no line closes under it. */
function useAfterClick(): (run: () => void) => void {
  const isPressed = useRef(false);
  useEffect(() => {
    const press = ({ type }: Event) => {
      isPressed.current = type === "pointerdown";
    };
    const all = ["pointerdown", ...ENDS] as const;
    for (const name of all) addEventListener(name, press, true);
    return () => {
      for (const name of all) removeEventListener(name, press, true);
    };
  }, []);
  return (run) => {
    if (!isPressed.current) return void setTimeout(run);
    const ended = () => {
      for (const end of ENDS) removeEventListener(end, ended);
      setTimeout(run);
    };
    for (const end of ENDS) addEventListener(end, ended);
  };
}

/** In a field of text the arrows change line; a list keeps them. */
function isUpOrDown({ key, target, altKey, ctrlKey }: KeyboardEvent): boolean {
  const isArrow = key === "ArrowUp" || key === "ArrowDown";
  return isArrow && !altKey && !ctrlKey && target instanceof HTMLInputElement;
}

function nameOf(target: EventTarget | null): string | undefined {
  return target instanceof HTMLInputElement && target.closest("tr:not(.under)") ? target.name : undefined;
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement;
}

function focusLine(place: ParentNode | null, line: number): void {
  focusOn(place?.querySelector<HTMLElement>(`[data-line="${line}"]`));
}

/** The refused cell, once its refusal is drawn; else the first of the line. */
function focusRefused(place: ParentNode | null): void {
  setTimeout(() => {
    const cell =
      place?.querySelector<HTMLElement>('[data-edited] [aria-invalid="true"]') ??
      place?.querySelector<HTMLElement>("[data-edited] :is(input, select)");
    cell?.focus();
  });
}

/** Gives the focus to a line once it is drawn. */
function useFocusAfterRender(place: RefObject<HTMLTableElement | null>): (line: number) => void {
  const [wanted, want] = useState<{ line: number } | null>(null);
  useLayoutEffect(() => {
    if (wanted) focusLine(place.current, wanted.line);
  }, [wanted, place]);
  return useCallback((line: number) => want({ line }), []);
}
