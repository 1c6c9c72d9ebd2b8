// What only some lines say: whose it is, when it ends, what a debt adds, how
// sure what it becomes is, a comment. Folded until asked for.

import type { BudgetView, Choices } from "../../ipc/types.ts";
import { Pair } from "../../parts/LedgerTable.tsx";
import { List } from "../../parts/Select.tsx";
import type { LineForm, TextKey } from "./logic.ts";
import * as words from "./words.ts";

interface RareProps {
  form: LineForm;
  isDebt: boolean;
  /** Whether the comment is asked for, so that it is not folded. */
  isCommentAsked: boolean;
  isReadOnly: boolean;
  members: BudgetView["members"];
  choices: Choices | null;
  /** What ties a field to the line and to its refusal. */
  tie: (field: keyof LineForm, label: string) => object;
  put: (change: Partial<LineForm>) => void;
}

export function RareFields(props: RareProps) {
  const { form, isDebt, members, choices, tie, put } = props;
  const text = (field: TextKey, label: string, look: string) => (
    <Pair label={label}>
      <input
        {...tie(field, label)}
        class={look}
        value={form[field]}
        readOnly={props.isReadOnly}
        inputMode={look.startsWith("money") ? "decimal" : "text"}
        placeholder={field === "ends" ? words.monthForm : undefined}
        autoComplete="off"
        spellcheck={false}
        onInput={(event) => put({ [field]: event.currentTarget.value })}
      />
    </Pair>
  );
  return (
    <>
      {members.length > 0 && (
        <Pair label={words.member}>
          <List
            {...tie("member", words.member)}
            options={members}
            blank={words.household}
            value={form.member}
            onInput={(member) => put({ member })}
          />
        </Pair>
      )}
      {!isDebt && text("ends", words.ends, "w-cell")}
      {isDebt && (
        <>
          {text("creditor", words.creditor, "w-detail")}
          {text("arrears", words.arrears, "money w-cell")}
          {text("plan", words.plan, "w-detail")}
          <label class="pair">
            <input
              {...tie("paid_off", words.paidOff)}
              type="checkbox"
              checked={form.paid_off}
              onChange={(event) => put({ paid_off: event.currentTarget.checked })}
            />{" "}
            {words.paidOff}
          </label>
        </>
      )}
      {form.after_amount !== "" && (
        <Pair label={words.hope}>
          <List
            {...tie("hope", words.hope)}
            options={choices?.hopes ?? []}
            value={form.hope || "sure"}
            onInput={(hope) => put({ hope })}
          />
        </Pair>
      )}
      {!props.isCommentAsked && text("comment", words.comment, "w-detail")}
    </>
  );
}
