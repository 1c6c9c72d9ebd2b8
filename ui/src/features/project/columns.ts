// What a ledger of the project is made of: its columns, described once for its
// lines, its edited line and its form.

import type { ComponentChildren } from "preact";
import type { Option } from "../../parts/Select.tsx";

export interface Column<R, V> {
  field: keyof V & string;
  label: string;
  kind: "text" | "date" | "money" | "choice";
  /** The choices of a list. */
  options?: readonly Option[];
  /** What may be chosen instead of being typed. */
  suggestions?: readonly string[];
  /** What a list offers for « nothing chosen ». */
  blank?: string;
  /** How wide the field is in the form. */
  size: string;
  optional?: boolean;
  /** What the table shows; without it the field is only edited. */
  shown?: (row: R) => ComponentChildren;
}

export interface Ledgered<R, V> {
  name: string;
  columns: readonly Column<R, V>[];
  /** The number of a row, and what it is called. */
  id: (row: R) => number;
  label: (row: R) => string;
}
