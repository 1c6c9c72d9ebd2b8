// Two versions of the budget side by side: the lines that are not the same,
// then every total.

import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import type { BudgetsCompared, BudgetVersion } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Select } from "../../parts/Select.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { Table } from "../../parts/Table.tsx";
import * as words from "./words.ts";

/** Shown once there are two versions. */
export function Versions({ dossier }: { dossier: number }) {
  const listed = useAnswer("budget_versions", { dossier }).value?.versions ?? [];
  const [chosen, choose] = useState<{ before: string; after: string } | null>(null);
  const last = listed.at(-1);
  const former = listed.at(-2);
  const two = chosen ?? { before: String(former?.version ?? ""), after: String(last?.version ?? "") };
  const compared = useAnswer(
    "compare_budgets",
    former ? { dossier, before: Number(two.before), after: Number(two.after) } : null,
  );
  if (!former) return null;
  const options = listed.map(({ version, label }) => ({ key: String(version), label }));
  return (
    <details class="fold">
      <Summary>{words.versions}</Summary>
      <div class="body">
        <div class="form twelve">
          <Select
            class="span-6"
            name="before"
            label={words.compareBefore}
            options={options}
            value={two.before}
            onInput={(before) => choose({ ...two, before })}
          />
          <Select
            class="span-6"
            name="after"
            label={words.compareAfter}
            options={options}
            value={two.after}
            onInput={(after) => choose({ ...two, after })}
          />
        </div>
        <Closings listed={listed} chosen={[two.before, two.after]} />
        <Refused failure={compared.failure} />
        {compared.value && <p>{compared.value.sentence}</p>}
      </div>
      {compared.value && <Compared compared={compared.value} />}
    </details>
  );
}

function Closings({ listed, chosen }: { listed: readonly BudgetVersion[]; chosen: readonly string[] }) {
  const closed = listed.filter(({ version, closing }) => closing && chosen.includes(String(version)));
  return (
    <p class="rule-source">
      {closed.map(({ version, closing }) => words.closed(version, closing)).join(" ")}
    </p>
  );
}

function Compared({ compared }: { compared: BudgetsCompared }) {
  return (
    <Table
      label={words.versions}
      heads={[
        words.columns.line,
        { text: words.versionShort(compared.before.version), isOverFigures: true },
        { text: words.versionShort(compared.after.version), isOverFigures: true },
        { text: words.difference, isOverFigures: true },
      ]}
    >
      {compared.lines.map((line) => (
        <tr key={`${line.label} ${line.changed} ${line.before}`}>
          <th scope="row">
            {line.label} <span class="soft small">{line.changed_text}</span>
          </th>
          <td class="num">{line.before}</td>
          <td class="num">{line.after}</td>
          <td class="num">{line.difference}</td>
        </tr>
      ))}
      {compared.totals.map((total) => (
        <tr key={total.label} class={total.strong ? "sum" : undefined}>
          <th scope="row">{total.label}</th>
          <td class="num">{total.before}</td>
          <td class="num">{total.after}</td>
          <td class="num">{total.difference}</td>
        </tr>
      ))}
    </Table>
  );
}
