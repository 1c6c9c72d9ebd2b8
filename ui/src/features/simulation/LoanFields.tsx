// The terms of a loan, on a page as in a dossier: what every loan has in view,
// the rest folded until one of it is stated.

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Select } from "../../parts/Select.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { DateField, MoneyField, TextField, type TextFieldProps } from "../../parts/TextField.tsx";
import { isStated, type OtherTerm, shownTerms } from "./logic.ts";
import * as words from "./words.ts";

export type Tie = Pick<TextFieldProps, "name" | "value" | "error" | "onInput" | "onLeave">;

interface MainProps {
  amount: Tie;
  months: Tie;
  rate: Tie;
  disbursed: Tie;
  firstDue: Tie;
}

/** The row of the simulator, whose amount has the focus on reaching it. */
export function MainTerms({ amount, months, rate, disbursed, firstDue }: MainProps) {
  return (
    <div class="row top terms">
      <MoneyField label={words.amount} arrival {...amount} />
      <TextField label={words.monthsLong} inputMode="numeric" width="w-short" {...months} />
      <TextField label={words.rate} inputMode="decimal" width="w-short" {...rate} />
      <DateField label={words.disbursedOn} {...disbursed} />
      <DateField label={words.firstDueOn} {...firstDue} />
    </div>
  );
}

interface OtherProps {
  tie: (term: OtherTerm) => Tie;
  /** The conditions the agreement allows, in the order they are shown. */
  offered: readonly OtherTerm[];
  /** What the empty fields follow from. */
  follows?: Partial<Record<OtherTerm, string>>;
  /** What else is folded with them. */
  children?: ComponentChildren;
}

export function OtherTerms({ tie, offered, follows, children }: OtherProps) {
  const terms = shownTerms(offered, (term) => tie(term).value);
  const isAnyStated = terms.some((term) => term !== "insurance_requirement" && isStated(tie(term).value));
  const [isOpen, setOpen] = useState(isAnyStated);
  useEffect(() => {
    if (isAnyStated) setOpen(true);
  }, [isAnyStated]);
  return (
    <details class="more" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <Summary>{words.otherTerms}</Summary>
      <div class="row top small-gap terms">
        {terms.map((term) => (
          <OneTerm key={term} term={term} tie={tie(term)} hint={follows?.[term] || undefined} />
        ))}
        {children}
      </div>
    </details>
  );
}

interface OneProps {
  term: OtherTerm;
  tie: Tie;
  hint: string | undefined;
}

function OneTerm({ term, tie, hint }: OneProps) {
  const props = { label: words.term[term], hint, ...tie };
  switch (term) {
    case "fee":
    case "insurance":
      return <MoneyField {...props} />;
    case "insurance_rate":
      return <TextField inputMode="decimal" width="w-short" {...props} />;
    case "deferred":
    case "interest_only":
    case "debit_day":
      return <TextField inputMode="numeric" width="w-short" {...props} />;
    case "interest_only_later":
      return <TextField width="w-date" placeholder={words.laterForm} {...props} />;
    case "insurance_requirement":
      return <Select options={words.requirements} {...props} />;
    case "fee_payment":
      return <Select options={words.feePayments} blank={words.asAgreed} {...props} />;
    case "first_period":
      return <Select options={words.firstPeriods} blank={words.asAgreed} {...props} />;
  }
}
