// One ledger of the project as a sheet: its rows, the form that adds one, what
// was found in the middle.

import { useRef } from "preact/hooks";
import { useLines } from "../../ipc/lines.ts";
import type { ProjectView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { type Column, type Ledgered, LedgerLines, LedgerTable } from "../../parts/LedgerTable.tsx";
import { momentText } from "../../parts/moment.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { NewRow } from "./NewRow.tsx";
import * as words from "./words.ts";

/** A column of a row, and how wide its field is in the form that adds one. */
export interface SizedColumn<R, V> extends Column<R, V> {
  size: string;
  optional?: boolean;
  /** What may be chosen instead of being typed. */
  suggestions?: readonly string[];
  /** What a list offers for « nothing chosen ». */
  blank?: string;
}

interface SheetProps<R, V> {
  dossier: number;
  form: string;
  title: string;
  note: string;
  /** What the button that adds says. */
  adds: string;
  nothing: string;
  columns: readonly SizedColumn<R, V>[];
  rows: readonly R[];
  values: (row: R) => V;
  blank: V;
  add: (typed: V) => Promise<ProjectView>;
  change: (row: number, typed: V) => Promise<ProjectView>;
  remove: (row: number) => Promise<ProjectView>;
  onChanged: (view: ProjectView) => void;
  /** Whether Alt N adds here: the ledger that has the focus, else the first. */
  isFirst?: boolean;
}

export function RowSheet<R extends { id: number; label: string }, V extends { amount: string }>(
  props: SheetProps<R, V>,
) {
  const { dossier, form, title, columns, rows, blank, isFirst = false, onChanged } = props;
  const of: Ledgered<R, V> = {
    columns,
    id: ({ id }) => id,
    label: ({ label }) => label,
    opens: () => "amount",
  };
  const { ledger, found, failure, isAdding, addButton, add, settle, close } = useLines<R, V>({
    dossier,
    form,
    line: "row",
    rows,
    id: of.id,
    values: props.values,
    blank,
    mainField: "amount",
    change: async (row, typed) => onChanged(await props.change(row, typed)),
    remove: async (row) => onChanged(await props.remove(row)),
  });
  const place = useRef<HTMLDivElement>(null);
  useAltN(place, isFirst, () => void add());
  return (
    <div ref={place} data-ledger>
      <Sheet
        title={title}
        note={props.note}
        actions={
          <span ref={addButton}>
            <Button small sign="plus" {...(isFirst && { shortcut: words.addKey })} onClick={add}>
              {props.adds}
            </Button>
          </span>
        }
      >
        <Refused failure={failure} />
        {found && (
          <div class="body">
            <Notice tone="info" title={words.lineFound(momentText(found.keptAt))}>
              {words.notSavedYet}
            </Notice>
          </div>
        )}
        {isAdding && (
          <NewRow
            dossier={dossier}
            form={form}
            label={props.adds}
            columns={columns}
            blank={blank}
            add={async (typed) => {
              onChanged(await props.add(typed));
              settle();
            }}
            onClose={close}
          />
        )}
        {rows.length === 0 ? (
          !isAdding && (
            <div class="body">
              <p class="soft">{props.nothing}</p>
            </div>
          )
        ) : (
          <LedgerTable of={of} label={words.tableOf(title)} caption={title} ledger={ledger}>
            <LedgerLines of={of} rows={rows} ledger={ledger} />
          </LedgerTable>
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
