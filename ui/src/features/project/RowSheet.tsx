// One ledger of the project as a sheet: its rows, the form that adds one, what
// was found in the middle.

import { useRef } from "preact/hooks";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { momentText } from "../../parts/moment.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import type { Ledgered } from "./columns.ts";
import { NewRow } from "./NewRow.tsx";
import { RowTable } from "./RowTable.tsx";
import type { Rows } from "./useRows.ts";
import * as words from "./words.ts";

interface SheetProps<R, V> {
  dossier: number;
  form: string;
  title: string;
  note: string;
  /** What the button that adds says. */
  adds: string;
  nothing: string;
  of: Ledgered<R, V>;
  rows: readonly R[];
  blank: V;
  state: Rows<V>;
  add: (typed: V) => Promise<void>;
  /** Whether Alt N adds here: the ledger that has the focus, else the first. */
  isFirst: boolean;
}

export function RowSheet<R, V extends object>(props: SheetProps<R, V>) {
  const { ledger, found, settle, failure, isAdding, setAdding } = props.state;
  const place = useRef<HTMLDivElement>(null);
  const addButton = useRef<HTMLSpanElement>(null);
  const add = async () => {
    if (await ledger.finish()) setAdding(true);
  };
  useAltN(place, props.isFirst, () => void add());
  return (
    <div ref={place} data-ledger>
      <Sheet
        title={props.title}
        note={props.note}
        actions={
          <span ref={addButton}>
            <Button small sign="plus" {...(props.isFirst && { shortcut: words.addKey })} onClick={add}>
              {props.adds}
            </Button>
          </span>
        }
      >
        <Refused failure={failure} />
        {found && (
          <div class="body">
            <Notice tone="info" title={words.rowFound(momentText(found.keptAt))}>
              {words.rowText}
            </Notice>
          </div>
        )}
        {isAdding && (
          <NewRow
            dossier={props.dossier}
            form={props.form}
            label={props.adds}
            of={props.of}
            blank={props.blank}
            add={async (typed) => {
              await props.add(typed);
              settle();
            }}
            onClose={() => {
              settle();
              setAdding(false);
              addButton.current?.querySelector("button")?.focus();
            }}
          />
        )}
        {props.rows.length === 0 ? (
          !isAdding && (
            <div class="body">
              <p class="soft">{props.nothing}</p>
            </div>
          )
        ) : (
          <RowTable of={props.of} rows={props.rows} ledger={ledger} />
        )}
      </Sheet>
    </div>
  );
}

/** Alt N adds in the ledger that has the focus; where none has it, in the first. */
function useAltN(place: { current: HTMLElement | null }, isFirst: boolean, add: () => void): void {
  useKeys({
    "Alt+n": () => {
      const focused = document.activeElement?.closest("[data-ledger]") ?? null;
      const isHere = focused === null ? isFirst : focused === place.current;
      if (isHere) add();
      return isHere;
    },
  });
}
