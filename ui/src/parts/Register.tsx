// A register: a sheet with its entries, and the form that adds one or changes one of them.

import { type ComponentChildren, Fragment } from "preact";
import { Button } from "./Button.tsx";
import { useOpened } from "./opened.ts";
import { Sheet } from "./Sheet.tsx";
import * as words from "./words.ts";

interface RegisterProps<E> {
  title: string;
  note?: string;
  /** The words of the button that adds an entry. */
  adds: string;
  entries: readonly E[];
  /** The form of an entry, or of a new one. */
  form: (entry: E | null, close: () => void) => ComponentChildren;
  /** Whether an entry is changed where it stands, or above all of them. */
  isInPlace?: boolean;
  children: (now: {
    open: (entry: E) => void;
    isOpen: boolean;
    /** The form of an entry that is changed where it stands. */
    inPlace: (entry: E) => ComponentChildren;
  }) => ComponentChildren;
}

export function Register<E extends { id: number }>(props: RegisterProps<E>) {
  const { entries, form, isInPlace = false } = props;
  const [opened, open] = useOpened<number | "new" | null>(props.title, null);
  const close = () => open(null);
  const above = isInPlace ? undefined : entries.find(({ id }) => id === opened);
  return (
    <Sheet
      title={props.title}
      note={props.note}
      actions={
        opened === null && (
          <Button small sign="plus" onClick={() => open("new")}>
            {props.adds}
          </Button>
        )
      }
    >
      {opened === "new" && form(null, close)}
      {above && <Fragment key={above.id}>{form(above, close)}</Fragment>}
      {props.children({
        open: ({ id }) => open(id),
        isOpen: opened !== null,
        inPlace: (entry) => isInPlace && entry.id === opened && form(entry, close),
      })}
    </Sheet>
  );
}

interface EntryProps {
  /** The two buttons of an entry, by what they are of. */
  changes: string;
  removes: string;
  onChange: () => void;
  /** Without it the entry stays. */
  onRemove: (() => void) | null;
  children: ComponentChildren;
}

export function Entry({ changes, removes, onChange, onRemove, children }: EntryProps) {
  const act = (label: string, name: string, run: () => void) => (
    <button type="button" class="button quiet small" aria-label={name} onClick={run}>
      {label}
    </button>
  );
  return (
    <div class="row between">
      <div>{children}</div>
      <span class="row middle">
        {act(words.modify, changes, onChange)}
        {onRemove && act(words.remove, removes, onRemove)}
      </span>
    </div>
  );
}
