import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { BudgetEntry, BudgetView, Choices } from "../../ipc/types.ts";
import { AddingForm } from "../../parts/AddingForm.tsx";
import { Button } from "../../parts/Button.tsx";
import { Combobox } from "../../parts/Combobox.tsx";
import { focusField } from "../../parts/place.ts";
import { Select } from "../../parts/Select.tsx";
import { MoneyField, TextField } from "../../parts/TextField.tsx";
import {
  blankLine,
  type EntryPick,
  filterEntries,
  isDebt,
  isRare,
  type LineForm,
  otherEntries,
  pickOf,
  withEntry,
} from "./logic.ts";
import { RareFields } from "./Rare.tsx";
import * as words from "./words.ts";

const never = () => false;

interface NewLineProps {
  dossier: number;
  choices: Choices;
  members: BudgetView["members"];
  onAdded: (budget: BudgetView) => void;
  onClose: () => void;
}

/** One line after the other: Entrée adds and starts the next. */
export function NewLine({ dossier, choices, members, onAdded, onClose }: NewLineProps) {
  const [isPerChosen, choosePer] = useState(false);
  const form = useForm({
    name: "budget_line",
    dossier,
    recorded: blankLine,
    send: async (typed) => {
      onAdded(await call("add_budget_line", { dossier, fields: typed }));
      choosePer(false);
      focusField(form.place.current, "entry");
    },
    of: { line: null },
  });
  const { amount, frequency } = form.typed;
  const perMonth = useAnswer("amount_per_month", amount.trim() === "" ? null : { amount, frequency }, never);
  const entry = choices.budget_entries.find(({ key }) => key === form.typed.entry) ?? null;
  useEffect(() => form.place.current?.scrollIntoView({ block: "nearest" }), []);

  // The line brought its usual period: it is read where the amount is typed.
  const per = choices.frequencies.find(({ key }) => key === frequency);
  const unit = !per || per.key === blankLine.frequency ? undefined : words.amountUnit(per);
  const [isAsked, setOpen] = useState(false);
  const isOpen = isAsked || isRare(form.typed, isDebt(entry));
  const rare = useRef<HTMLDivElement>(null);
  const openRare = () => {
    setOpen(true);
    // Its button is gone from under the focus.
    requestAnimationFrame(() => rare.current?.querySelector<HTMLElement>("select, input")?.focus());
  };
  const errorOf = (field: keyof LineForm) => {
    const text = form.errorOf(field);
    return text === null ? null : { id: `new-line-${field}-error`, text };
  };
  const read = (field: keyof typeof readingOf) => form.tie(field, readingOf[field]);
  return (
    <AddingForm label={words.newLine} form={form} entry="entry" onClose={onClose}>
      <EntryField
        entries={choices.budget_entries}
        entry={entry}
        error={form.errorOf("entry")}
        onPick={(pick) => form.put(withEntry(form.typed, pick, isPerChosen ? frequency : null))}
        onTaken={() => focusField(form.place.current, "amount")}
      />
      <MoneyField class="span-3" label={words.amount} unit={unit} {...read("amount")} />
      <Select
        class="span-3"
        label={words.frequency}
        options={choices.frequencies}
        live
        hint={amount.trim() === "" ? undefined : perMonth.value?.said}
        {...form.tie("frequency")}
        onInput={(key) => {
          choosePer(true);
          form.put({ frequency: key });
        }}
      />
      <TextField
        class="span-6"
        label={words.detail}
        optional
        hint={words.detailHint}
        {...form.tie("detail")}
      />
      <Select
        class="span-3"
        label={words.columns.certainty}
        options={choices.certainties}
        {...form.tie("certainty")}
      />
      {isDebt(entry) && (
        <>
          <MoneyField class="span-3" label={words.outstanding} optional {...read("outstanding")} />
          <TextField
            class="span-3"
            label={words.ends}
            optional
            placeholder={words.monthForm}
            width="w-date"
            {...read("ends")}
          />
        </>
      )}
      <MoneyField
        class="span-3"
        label={words.afterAmount}
        optional
        hint={words.afterHint}
        {...read("after_amount")}
      />
      <TextField class="span-6" label={words.afterReason} optional {...form.tie("after_reason")} />
      {isOpen ? (
        <div class="row middle" ref={rare}>
          <RareFields
            form={form.typed}
            isDebt={isDebt(entry)}
            isCommentAsked={false}
            isReadOnly={form.busy}
            members={members}
            choices={choices}
            tie={(field, label) => ({
              name: field,
              "aria-label": label,
              "aria-invalid": form.errorOf(field) ? true : undefined,
              "aria-describedby": errorOf(field)?.id,
            })}
            errorOf={errorOf}
            put={form.put}
          />
        </div>
      ) : (
        <div class="span-9">
          <Button small look="quiet" flush onClick={openRare}>
            {words.more}
          </Button>
        </div>
      )}
    </AddingForm>
  );
}

const readingOf = { amount: "amount", outstanding: "amount", ends: "month", after_amount: "amount" } as const;

interface EntryFieldProps {
  entries: readonly BudgetEntry[];
  entry: BudgetEntry | null;
  error: string | null;
  onPick: (entry: BudgetEntry | null) => void;
  onTaken: () => void;
}

function EntryField({ entries, entry, error, onPick, onTaken }: EntryFieldProps) {
  const filter = useCallback((typed: string) => filterEntries(entries, typed), [entries]);
  const others = useMemo(() => otherEntries(entries), [entries]);
  return (
    <Combobox<EntryPick>
      class="span-6"
      name="entry"
      label={words.entry}
      hint={entry?.help ?? words.entryHint}
      error={error}
      value={entry && pickOf(entry)}
      filter={filter}
      others={others}
      onPick={(pick) => onPick(pick?.entry ?? null)}
      onTaken={onTaken}
    />
  );
}
