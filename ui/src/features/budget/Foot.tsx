// The foot of a section: a rare line by its name.

import { useCallback, useMemo } from "preact/hooks";
import type { BudgetEntry, BudgetSection } from "../../ipc/types.ts";
import { Combobox } from "../../parts/Combobox.tsx";
import { keepsName, proposed } from "./grid.ts";
import { type EntryPick, filterEntries } from "./logic.ts";
import * as words from "./words.ts";

interface FootProps {
  section: BudgetSection;
  entries: readonly BudgetEntry[];
  columns: number;
  /** Opens the line of an entry; a name that no entry answers is its detail. */
  onAsk: (entry: BudgetEntry, detail: string) => void;
}

export function Foot({ section, entries, columns, onAsk }: FootProps) {
  const filter = useCallback(
    (typed: string) => proposed(entries, section.key, typed),
    [entries, section.key],
  );
  const others = useMemo(() => keepsName(entries, section.key), [entries, section.key]);
  const label = words.rareLine(section.key);
  return (
    <tr class="add">
      <td colSpan={columns}>
        <Combobox<EntryPick>
          name={`rare-${section.key}`}
          label={label}
          placeholder={label}
          takesFirst
          value={null}
          filter={filter}
          others={others}
          onPick={(pick, typed) => {
            if (!pick) return;
            const isAnswered = filterEntries(entries, typed).length > 0;
            onAsk(pick.entry, isAnswered ? "" : typed.trim());
          }}
          onTaken={() => undefined}
        />
      </td>
    </tr>
  );
}
