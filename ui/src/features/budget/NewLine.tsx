import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { asFailure, call } from "../../ipc/call.ts";
import { drafts } from "../../ipc/drafts.ts";
import type { BudgetView, Choices, Failure } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Combobox } from "../../parts/Combobox.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField } from "../../parts/place.ts";
import { Select } from "../../parts/Select.tsx";
import { MoneyField, TextField } from "../../parts/TextField.tsx";
import {
  blankLine,
  type EntryPick,
  filterEntries,
  isBlankLine,
  isDebt,
  type LineForm,
  pickOf,
  sentence,
  withEntry,
} from "./logic.ts";
import { words } from "./words.ts";

const FORM = "budget_line";

interface NewLineProps {
  dossier: number;
  choices: Choices;
  start: LineForm;
  onAdded: (budget: BudgetView) => void;
  onClose: () => void;
}

/** One line after the other: Entrée adds and starts the next. */
export function NewLine({ dossier, choices, start, onAdded, onClose }: NewLineProps) {
  const entries = choices.budget_entries;
  const [form, setForm] = useState<LineForm>(() => lineOnly(start));
  const [refused, setRefused] = useState<Failure | null>(null);
  const place = useRef<HTMLFormElement>(null);
  const filter = useCallback((typed: string) => filterEntries(entries, typed), [entries]);
  const entry = entries.find(({ key }) => key === form.entry) ?? null;
  useEffect(() => {
    focusField(place.current, "entry");
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);

  const put = (next: LineForm) => {
    setForm(next);
    setRefused(null);
    if (isBlankLine(next)) drafts.drop(dossier, FORM);
    else drafts.keep(dossier, FORM, { ...next, line: null });
  };
  const adding = useAction(async () => {
    drafts.forget(dossier, FORM);
    try {
      onAdded(await call("add_budget_line", { dossier, ...form }));
      setForm({ ...blankLine, certainty: form.certainty });
      setRefused(null);
      focusField(place.current, "entry");
    } catch (reason) {
      const failure = asFailure(reason);
      drafts.keep(dossier, FORM, { ...form, line: null });
      setRefused(failure);
      focusField(place.current, failure.field);
    }
  });
  const close = () => {
    drafts.drop(dossier, FORM);
    onClose();
  };
  const tie = (field: keyof LineForm & string) => ({
    name: field,
    value: form[field],
    error: refused?.field === field ? sentence(refused) : null,
    onInput: (text: string) => put({ ...form, [field]: text }),
  });

  return (
    <form
      class="adding"
      ref={place}
      aria-label={words.newLine}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        adding.run();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
    >
      <div class="form six">
        <Combobox<EntryPick>
          class="t6"
          name="entry"
          label={words.entry}
          hint={entry?.help ?? words.entryHint}
          error={refused?.field === "entry" ? sentence(refused) : null}
          value={entry && pickOf(entry)}
          filter={filter}
          onPick={(pick) => {
            put(withEntry(form, pick?.entry ?? null));
            if (pick) focusField(place.current, "amount");
          }}
        />
        <MoneyField class="t3" label={words.amount} {...tie("amount")} />
        <Select class="t3" label={words.frequency} options={choices.frequencies} {...tie("frequency")} />
        <TextField class="t6" label={words.detail} optional hint={words.detailHint} {...tie("detail")} />
        <Select class="t3" label={words.certainty} options={choices.certainties} {...tie("certainty")} />
        {isDebt(entry) && (
          <>
            <MoneyField class="t3" label={words.outstanding} optional {...tie("outstanding")} />
            <TextField
              class="t3"
              label={words.ends}
              optional
              placeholder={words.monthForm}
              width="w-date"
              {...tie("ends")}
            />
          </>
        )}
        <div class={isDebt(entry) ? "acts t9" : "acts"}>
          <Button submit look="main" shortcut={words.enter} disabled={adding.busy}>
            {adding.busy ? words.adding : words.addNow}
          </Button>
          <Button look="quiet" shortcut={words.escape} onClick={close}>
            {isBlankLine(form) ? words.close : words.giveUp}
          </Button>
        </div>
      </div>
      <Refused failure={refused && refused.field === null ? refused : null} />
    </form>
  );
}

/** The fields of a line, without what a draft adds to them. */
function lineOnly({ entry, detail, amount, frequency, certainty, outstanding, ends }: LineForm): LineForm {
  return { entry, detail, amount, frequency, certainty, outstanding, ends };
}
