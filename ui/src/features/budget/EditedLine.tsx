import type { ComponentChildren } from "preact";
import type { BudgetLine, Choices } from "../../ipc/types.ts";
import { withoutUnit } from "../../parts/amounts.ts";
import { EditedUnder } from "../../parts/EditedUnder.tsx";
import type { Edit } from "../../parts/inline.ts";
import type { Ledger } from "../../parts/ledger.ts";
import { Options } from "../../parts/Select.tsx";
import type { LineForm } from "./logic.ts";
import { words } from "./words.ts";

interface EditedProps {
  line: BudgetLine;
  isDebt: boolean;
  choices: Choices | null;
  ledger: Ledger<LineForm>;
  edit: Edit<LineForm>;
}

/** The line being edited, its cells where they were; under it what only an edit needs. */
export function EditedLine({ line, isDebt, choices, ledger, edit }: EditedProps) {
  const { typed, refused, isInTheWay, isSending } = edit;
  const errorId = `line-${line.id}-error`;
  const tie = (field: keyof LineForm, label: string) => ({
    name: field,
    "aria-label": words.cell(label, line.label),
    "aria-invalid": refused?.field === field ? (true as const) : undefined,
    "aria-describedby": refused?.field === field ? errorId : undefined,
  });
  type TextCell = "detail" | "amount" | "outstanding" | "ends" | "after_amount" | "after_reason";
  const text = (field: TextCell, label: string, look?: string) => (
    <input
      {...tie(field, label)}
      class={look}
      value={typed[field]}
      readOnly={isSending}
      inputMode={look?.startsWith("money") ? "decimal" : "text"}
      placeholder={field === "ends" ? words.monthForm : undefined}
      autoComplete="off"
      spellcheck={false}
      onInput={(event) => ledger.type({ [field]: event.currentTarget.value })}
    />
  );
  const list = (field: "frequency" | "certainty", label: string) => (
    <select
      {...tie(field, label)}
      value={typed[field]}
      onChange={(event) => ledger.type({ [field]: event.currentTarget.value })}
    >
      <Options
        options={(field === "frequency" ? choices?.frequencies : choices?.certainties) ?? []}
        selected={typed[field]}
      />
    </select>
  );
  const keys = { onKeyDown: ledger.onEditKey, onFocusOut: ledger.onEditLeave };
  return (
    <>
      <tr class="edit" data-edited {...keys}>
        <th scope="row">{line.label}</th>
        <td class="num">{text("amount", words.amount, "money")}</td>
        <td>{list("frequency", words.frequency)}</td>
        <td class="num">{line.per_month ? withoutUnit(line.per_month.text) : words.unknown}</td>
        <td>{list("certainty", words.certainty)}</td>
      </tr>
      <EditedUnder
        columns={5}
        refused={refused}
        isInTheWay={isInTheWay}
        errorId={errorId}
        keys={keys}
        onRestore={ledger.restore}
        onRemove={() => ledger.remove(line.id)}
      >
        <Pair label={words.detail}>{text("detail", words.detail, "w-detail")}</Pair>
        {isDebt && (
          <>
            <Pair label={words.outstanding}>{text("outstanding", words.outstanding, "money w-cell")}</Pair>
            <Pair label={words.ends}>{text("ends", words.ends, "w-cell")}</Pair>
          </>
        )}
        <Pair label={words.afterAmount}>{text("after_amount", words.afterAmount, "money w-cell")}</Pair>
        <Pair label={words.afterReason}>{text("after_reason", words.afterReason, "w-detail")}</Pair>
      </EditedUnder>
    </>
  );
}

/** A cell with its name before it; the field carries its own name for who does not see this one. */
function Pair({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <span class="pair">
      <span aria-hidden="true">{label}</span> {children}
    </span>
  );
}
