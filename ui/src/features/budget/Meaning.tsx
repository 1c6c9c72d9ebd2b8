// What the ledger means: the reste à vivre and its working, open because it is
// the conversation.

import type { BudgetView } from "../../ipc/types.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Why, Working } from "../../parts/Working.tsx";
import { words } from "./words.ts";

export function Meaning({ budget }: { budget: BudgetView }) {
  return (
    <div class="stack stick">
      <Sheet title={words.resteAVivre} note={words.resteNote}>
        <div class="body">
          <p role="status">
            <span class="big">{budget.reste_a_vivre?.text ?? words.unknown}</span>{" "}
            {budget.per_day && <span class="soft">{words.perDay(budget.per_day.text)}</span>}
          </p>
          {budget.working.length > 0 && (
            <Why figure={<b>{words.working}</b>} isOpen>
              <Working caption={words.workingCaption} lines={budget.working} />
            </Why>
          )}
          <p class="rule-src">{words.divided(budget.shares_text)}</p>
        </div>
      </Sheet>
      {budget.debt_ratio && (
        <Sheet title={words.others}>
          <div class="body">
            <Why
              figure={
                <>
                  <b class="mid-figure">{budget.debt_ratio.text}</b>{" "}
                  <span class="soft">{words.debtRatio}</span>
                </>
              }
            >
              <p class="rule-src gap-s">{budget.debt_ratio.working}</p>
            </Why>
          </div>
        </Sheet>
      )}
    </div>
  );
}
