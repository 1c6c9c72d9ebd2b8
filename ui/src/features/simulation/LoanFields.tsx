// The terms of a loan, on a page as in a dossier: what every loan has in view,
// the rest folded until one of it is stated.

import { useEffect, useState } from "preact/hooks";
import { Select } from "../../parts/Select.tsx";
import { DateField, MoneyField, TextField, type TextFieldProps } from "../../parts/TextField.tsx";
import { isStated } from "./logic.ts";
import { words } from "./words.ts";

type Tie = Pick<TextFieldProps, "name" | "value" | "error" | "onInput" | "onLeave">;

interface MainProps {
  amount: Tie;
  months: Tie;
  rate: Tie;
  disbursed: Tie;
  firstDue: Tie;
  /** What the empty amount and rate follow from. */
  follows?: { amount: string; rate: string };
  /** Whether the amount gets the focus when the screen is reached. */
  arrival?: boolean;
}

export function MainTerms({ amount, months, rate, disbursed, firstDue, follows, arrival }: MainProps) {
  return (
    <div class="row top">
      <MoneyField
        label={words.amount}
        hint={follows?.amount || undefined}
        {...(arrival && { arrival })}
        {...amount}
      />
      <TextField label={words.months} inputMode="numeric" width="w-short" {...months} />
      <TextField
        label={words.rate}
        inputMode="decimal"
        width="w-short"
        hint={follows?.rate || undefined}
        {...rate}
      />
      <DateField label={words.disbursedOn} placeholder={words.dateForm} {...disbursed} />
      <DateField label={words.firstDueOn} placeholder={words.dateForm} {...firstDue} />
    </div>
  );
}

interface OtherProps {
  fee: Tie;
  insurance: Tie;
  requirement: Tie;
  /** Only where the agreement allows some, or some are typed. */
  interestOnly: Tie | null;
  follows?: { fee: string; interest_only: string };
}

const requirements = [
  { key: "optional", label: words.optional },
  { key: "required", label: words.required },
];

export function OtherTerms({ fee, insurance, requirement, interestOnly, follows }: OtherProps) {
  const isAnyStated = [fee, insurance, ...(interestOnly ? [interestOnly] : [])].some(({ value }) =>
    isStated(value),
  );
  const [isOpen, setOpen] = useState(isAnyStated);
  useEffect(() => {
    if (isAnyStated) setOpen(true);
  }, [isAnyStated]);
  return (
    <details class="more" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{interestOnly ? words.otherTermsAndInterestOnly : words.otherTerms}</summary>
      <div class="row top gap-s">
        <MoneyField label={words.fee} hint={follows?.fee || undefined} {...fee} />
        <MoneyField label={words.insurance} {...insurance} />
        {isStated(insurance.value) && (
          <Select label={words.insuranceRequirement} options={requirements} {...requirement} />
        )}
        {interestOnly && (
          <TextField
            label={words.interestOnly}
            inputMode="numeric"
            width="w-short"
            hint={follows?.interest_only || undefined}
            {...interestOnly}
          />
        )}
      </div>
    </details>
  );
}
