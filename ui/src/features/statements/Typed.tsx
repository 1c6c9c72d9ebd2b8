// What statements that are not read say, typed by hand: one row an account.

import { useEffect, useRef, useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { asFailure, call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import { fieldsOnly, useLineDraft } from "../../ipc/lines.ts";
import type {
  Failure,
  FieldKind,
  StatementFields,
  StatementReview,
  StatementReviews,
} from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { overFigures, Table } from "../../parts/Table.tsx";
import { MoneyField, TextField } from "../../parts/TextField.tsx";
import { blankStatement } from "./logic.ts";
import * as words from "./words.ts";

/** What is typed: an account to add, or the one of that number. */
type TypedReview = StatementFields & { review: number | null };

const blankDraft: TypedReview = { ...blankStatement, review: null };

export function Typed({ dossier }: { dossier: number }) {
  const answer = useAnswer("statement_reviews", { dossier });
  const [open, setOpen] = useState<TypedReview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const accounts = answer.value?.accounts ?? [];
  const draft = useLineDraft(dossier, "statement", blankDraft, answer.value !== null, ({ review }) => {
    const account = accounts.find(({ id }) => id === review);
    if (account || review === null) setOpen({ ...(account?.fields ?? blankStatement), review });
  });
  const remove = async (review: number) => {
    setFailure(null);
    try {
      answer.set(await call("remove_statement_review", { dossier, review }));
    } catch (reason) {
      setFailure(asFailure(reason));
    }
  };
  const addButton = useRef<HTMLSpanElement>(null);
  const close = () => {
    draft.settle();
    setOpen(null);
    addButton.current?.querySelector("button")?.focus();
  };
  return (
    <Sheet
      title={words.statements}
      note={answer.value?.period}
      actions={
        <span ref={addButton}>
          <Button small sign="plus" onClick={() => setOpen(blankDraft)}>
            {words.addAccount}
          </Button>
        </span>
      }
    >
      <Refused failure={failure ?? answer.failure} />
      {open && (
        <StatementForm
          key={open.review ?? "new"}
          dossier={dossier}
          start={open}
          onSent={(next) => {
            answer.set(next);
            close();
          }}
          onClose={close}
        />
      )}
      {accounts.length === 0 && !open && <p class="body soft">{words.noAccount}</p>}
      {accounts.length > 0 && (
        <Accounts
          accounts={accounts}
          onChange={({ id, fields }) => setOpen({ ...fields, review: id })}
          onRemove={remove}
        />
      )}
    </Sheet>
  );
}

interface AccountsProps {
  accounts: readonly StatementReview[];
  onChange: (account: StatementReview) => void;
  onRemove: (review: number) => void;
}

function Accounts({ accounts, onChange, onRemove }: AccountsProps) {
  const { account, remark, ...numbers } = words.statementColumns;
  return (
    <Table label={words.statements} heads={[account, ...overFigures(Object.values(numbers)), remark, ""]}>
      {accounts.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            {one.label}
            {one.months && <span class="sub">{one.months}</span>}
          </th>
          {(["overdraft", "lowest", "days_overdrawn", "rejected", "fees", "savings"] as const).map(
            (field) => (
              <td key={field} class="num">
                {one.fields[field] || words.unknown}
              </td>
            ),
          )}
          <td class="small">{one.fields.remark}</td>
          <td>
            <div class="row">
              <Button small look="quiet" onClick={() => onChange(one)}>
                {words.modify} <span class="heard">{one.label}</span>
              </Button>
              <Button small look="quiet" onClick={() => onRemove(one.id)}>
                {words.remove} <span class="heard">{one.label}</span>
              </Button>
            </div>
          </td>
        </tr>
      ))}
    </Table>
  );
}

interface FormProps {
  dossier: number;
  start: TypedReview;
  onSent: (next: StatementReviews) => void;
  onClose: () => void;
}

function StatementForm({ dossier, start, onSent, onClose }: FormProps) {
  const { review } = start;
  const form = useForm({
    name: "statement",
    dossier,
    recorded: fieldsOnly(blankStatement, start),
    send: async (fields) =>
      onSent(
        review === null
          ? await call("add_statement_review", { dossier, fields })
          : await call("change_statement_review", { dossier, review, fields }),
      ),
    of: { review },
  });
  useEffect(() => form.place.current?.scrollIntoView({ block: "nearest" }), []);
  const tie = (field: keyof StatementFields, kind?: FieldKind) => ({
    ...form.tie(field, kind),
    label: words.statementFields[field],
    ...(field !== "account" && { optional: true }),
  });
  const month = (field: "from" | "to") => (
    <TextField class="span-3" placeholder={words.monthForm} width="w-date" {...tie(field, "month")} />
  );
  const actions = review === null ? words.actions : { ...words.actions, add: words.save };
  return (
    <AddingForm label={words.statements} form={form} entry="account" actions={actions} onClose={onClose}>
      <TextField class="span-6" hint={words.accountHint} {...tie("account")} />
      <TextField class="span-6" {...tie("bank")} />
      {month("from")}
      {month("to")}
      <MoneyField class="span-3" {...tie("overdraft")} />
      <MoneyField class="span-3" hint={words.lowestHint} {...tie("lowest")} />
      <TextField class="span-3" inputMode="numeric" width="w-cell" {...tie("days_overdrawn")} />
      <TextField class="span-3" inputMode="numeric" width="w-cell" {...tie("rejected")} />
      <MoneyField class="span-3" {...tie("fees")} />
      <MoneyField class="span-3" {...tie("savings")} />
      <TextField {...tie("remark")} />
    </AddingForm>
  );
}
