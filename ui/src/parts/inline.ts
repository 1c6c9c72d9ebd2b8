// Editing a line where it stands: what happens on each key, apart from any screen.
//
// One line at a time. Leaving it sends it when something changed; a refused
// line stays open with what was typed, so that nothing typed is ever lost.

export interface LineRefused {
  message: string;
  field: string | null;
  remedy: string | null;
}

export interface Edit<V> {
  line: number;
  before: V;
  typed: V;
  /** The cell that gets the focus when the line opens. */
  cell: string;
  isSending: boolean;
  refused: LineRefused | null;
  /** Another line was asked for while this one is refused. */
  isInTheWay: boolean;
}

export type EditStep<V> =
  | { does: "open"; line: number; cell: string; before: V; typed?: V }
  | { does: "type"; change: Partial<V> }
  | { does: "refresh"; before: V }
  | { does: "send" }
  | { does: "refuse"; refused: LineRefused }
  | { does: "bar" }
  | { does: "close" };

export function edited<V extends object>(edit: Edit<V> | null, step: EditStep<V>): Edit<V> | null {
  switch (step.does) {
    case "open":
      if (edit) return edit;
      return {
        line: step.line,
        cell: step.cell,
        before: step.before,
        typed: step.typed ?? step.before,
        isSending: false,
        refused: null,
        isInTheWay: false,
      };
    case "type":
      if (!edit || edit.isSending) return edit;
      return { ...edit, typed: { ...edit.typed, ...step.change }, refused: null, isInTheWay: false };
    case "refresh":
      // What changed elsewhere is shown, unless something is typed over it.
      return edit && !isChanged(edit) ? { ...edit, before: step.before, typed: step.before } : edit;
    case "send":
      return edit && { ...edit, isSending: true, refused: null, isInTheWay: false };
    case "refuse":
      return edit && { ...edit, isSending: false, refused: step.refused };
    case "bar":
      return edit?.refused ? { ...edit, isInTheWay: true } : edit;
    case "close":
      return null;
  }
}

export function isChanged<V extends object>(edit: Edit<V>): boolean {
  return differ(edit.typed, edit.before);
}

export function differ<V extends object>(one: V, other: V): boolean {
  return Object.entries(one).some(([key, value]) => value !== (other as Record<string, unknown>)[key]);
}

/** The line under this one, or above when it is the last. */
export function neighbour(lines: readonly number[], line: number): number | null {
  const at = lines.indexOf(line);
  return lines[at + 1] ?? lines[at - 1] ?? null;
}

/** The number a line has once an action gave every line another one, in the same order. */
export function nowNumbered(before: readonly number[], now: readonly number[], line: number): number {
  return now.includes(line) ? line : (now[before.indexOf(line)] ?? line);
}

/** Where an arrow leads among the lines. */
export function moved(lines: readonly number[], line: number, key: string): number | null {
  const at = lines.indexOf(line);
  if (at < 0) return null;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[key];
  return to === undefined ? null : (lines[to] ?? null);
}
