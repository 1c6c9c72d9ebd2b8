// What was set aside in the vault: what it is, whom it holds, when it goes; destroyed by hand in two presses.

import { useRef, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { AsideRow, CopiesView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { Table } from "../../parts/Table.tsx";
import * as all from "./words.ts";

const words = all.aside;

interface AsideProps {
  rows: readonly AsideRow[];
  onDestroyed: (view: CopiesView) => void;
}

export function Aside({ rows, onDestroyed }: AsideProps) {
  const [asked, ask] = useState<string | null>(null);
  const place = useRef<HTMLTableElement>(null);
  const destroying = useAction(async (name: string) => {
    onDestroyed(await call("destroy_aside", { name }));
    document.querySelector<HTMLElement>("h1")?.focus();
  });
  const turn = (name: string, next: string | null) => {
    ask(next);
    // The button that was pressed is gone: the safe one takes the focus.
    setTimeout(() => place.current?.querySelector<HTMLElement>(`[data-aside="${name}"] button`)?.focus());
  };
  if (rows.length === 0) return null;
  return (
    <Sheet title={words.title} note={words.note}>
      <Table
        label={words.title}
        class="dense middle-cells"
        place={place}
        heads={[
          words.what,
          words.moved,
          words.size,
          words.holds,
          words.goes,
          { text: words.actions, isHeard: true },
        ]}
      >
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.what}</th>
            <td>{row.moved}</td>
            <td>{row.size}</td>
            <td>{row.holds}</td>
            <td>{row.goes}</td>
            <td class="actions-column" data-aside={row.name}>
              {asked === row.name ? (
                <div class="row">
                  <Button small onClick={() => turn(row.name, null)}>
                    {words.keep}
                  </Button>
                  <Button
                    small
                    look="danger"
                    disabled={destroying.busy}
                    onClick={() => void destroying.run(row.name)}
                  >
                    {words.destroyNow}
                  </Button>
                </div>
              ) : (
                <button
                  type="button"
                  class="button small"
                  aria-label={words.destroyOf(row.what)}
                  onClick={() => turn(row.name, row.name)}
                >
                  {words.destroy}
                </button>
              )}
            </td>
          </tr>
        ))}
      </Table>
      <Refused failure={destroying.failure} />
    </Sheet>
  );
}
