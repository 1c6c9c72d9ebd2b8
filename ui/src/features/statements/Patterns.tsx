// « Toujours ainsi »: the words of statements that the office knows, each corrected or forgotten.

import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { List } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import * as words from "./words.ts";

const never = () => false;

/** Nothing until an adviser has said it of a line. */
export function Patterns() {
  const answer = useAnswer("statement_patterns", {});
  const entries = useAnswer("choices", {}, never).value?.budget_entries ?? [];
  const names = useNames();
  const changing = useAction(async (key: string, entry: string) =>
    answer.set(await call("change_statement_pattern", { key, entry })),
  );
  const patterns = answer.value?.patterns ?? [];
  if (patterns.length === 0) return null;
  return (
    <Sheet title={words.always} note={words.alwaysHint}>
      <Refused failure={changing.failure} />
      <ul class="thread tell">
        {patterns.map(({ key, words: read, is_income, entry, since }) => (
          <li key={key} class="row middle">
            <b class="grow">{names.of(read)}</b>
            <List
              aria-label={read}
              value={entry}
              options={entries
                .filter(({ section }) => (section === "income") === is_income)
                .map(({ key, label, section_label }) => ({ key, label, group: section_label }))}
              onInput={(to) => void changing.run(key, to)}
            />
            <span class="detail">{since}</span>
            <Button small look="quiet" onClick={() => void changing.run(key, "")}>
              {words.forgetWords} <span class="heard">{read}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
