import { useState } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import type { BudgetLine, BudgetView, Choices } from "../../ipc/types.ts";
import { withoutUnit } from "../../parts/amounts.ts";
import { Button } from "../../parts/Button.tsx";
import { EditedUnder } from "../../parts/EditedUnder.tsx";
import { Explain } from "../../parts/Explained.tsx";
import type { Edit } from "../../parts/inline.ts";
import type { Ledger } from "../../parts/ledger.ts";
import { List } from "../../parts/Select.tsx";
import { isRare, type LineForm, type TextKey } from "./logic.ts";
import { Pair, RareFields } from "./Rare.tsx";
import * as words from "./words.ts";

interface EditedProps {
  line: BudgetLine;
  isDebt: boolean;
  choices: Choices | null;
  members: BudgetView["members"];
  dossier: number;
  ledger: Ledger<LineForm>;
  edit: Edit<LineForm>;
}

/** The line being edited, its cells where they were; under it what only an edit needs. */
export function EditedLine({ line, isDebt, choices, members, dossier, ledger, edit }: EditedProps) {
  const { typed, refused, isInTheWay, isSending } = edit;
  const [isOpen, setOpen] = useState(() => isRare(typed, isDebt));
  const errorId = `line-${line.id}-error`;
  const tie = (field: keyof LineForm, label: string) => ({
    name: field,
    "aria-label": words.cell(label, line.label),
    "aria-invalid": refused?.field === field ? (true as const) : undefined,
    "aria-describedby": refused?.field === field ? errorId : undefined,
  });
  const text = (field: TextKey, label: string, look?: string) => (
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
    <List
      {...tie(field, label)}
      options={(field === "frequency" ? choices?.frequencies : choices?.certainties) ?? []}
      value={typed[field]}
      onInput={(key) => ledger.type({ [field]: key })}
    />
  );
  const keys = { onKeyDown: ledger.onEditKey, onFocusOut: ledger.onEditLeave };
  return (
    <>
      <tr class="edit" data-edited {...keys}>
        <th scope="row">{line.label}</th>
        <td class="num">{text("amount", words.amount, "money")}</td>
        <td>{list("frequency", words.frequency)}</td>
        <td class="num">
          {line.per_month ? withoutUnit(line.per_month.text) : words.unknown}{" "}
          <Explain
            of={words.monthOf(line.label)}
            ask={() => call("explain", { dossier, figure: "budget_line", line: line.id })}
          />
        </td>
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
        {line.usual && <Pair label={words.comment}>{text("comment", words.comment, "w-detail")}</Pair>}
        {isOpen ? (
          <RareFields
            form={typed}
            isDebt={isDebt}
            isCommentAsked={line.usual !== ""}
            isReadOnly={isSending}
            members={members}
            choices={choices}
            tie={tie}
            put={ledger.type}
          />
        ) : (
          <Button small keepsFocus look="quiet" onClick={() => setOpen(true)}>
            {words.more}
          </Button>
        )}
      </EditedUnder>
    </>
  );
}
