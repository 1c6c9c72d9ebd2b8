// The lines the grid of a budget always shows, in the order this office asks them.

import { useAnswer } from "../../ipc/answers.ts";
import type { Form } from "../../ipc/form.ts";
import { Select } from "../../parts/Select.tsx";
import { Fold } from "./Fold.tsx";
import type { RulesForm } from "./logic.ts";
import { Ordered } from "./Ordered.tsx";
import * as words from "./words.ts";

interface GridLinesProps {
  form: Form<RulesForm>;
  /** The lines as delivered, in their order. */
  delivered: readonly string[];
}

export function GridLines({ form, delivered }: GridLinesProps) {
  const { value: choices } = useAnswer("choices", {});
  const entries = (choices?.budget_entries ?? []).map(({ key, label }) => ({ key, label }));
  const own = form.typed.grid_lines;
  const lines = own.length === 0 ? [...delivered] : own;
  const left = entries.filter(({ key }) => !lines.includes(key));
  return (
    <Fold summary={words.gridLines} isStated={own.length > 0}>
      <Ordered
        label={words.gridLines}
        choices={entries}
        keys={lines}
        isUsual={own.length === 0}
        canRemove={lines.length > 1}
        onChange={(grid_lines) => form.put({ grid_lines })}
        onUsual={() => form.put({ grid_lines: [] })}
      />
      <Select
        label={words.gridLine}
        name="grid_lines"
        hint={words.gridLineHint}
        blank={words.choose}
        options={left}
        value=""
        error={form.errorOf("grid_lines")}
        onInput={(key) => key && form.put({ grid_lines: [...lines, key] })}
      />
    </Fold>
  );
}
