// The rate of an agreement: one plain field, or a line for each kind of loan that has a rate of its own.

import type { Form } from "../../ipc/form.ts";
import type { LendersView, RateLineFields } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Select } from "../../parts/Select.tsx";
import { MoneyField, TextField } from "../../parts/TextField.tsx";
import type { AgreementForm } from "./logic.ts";
import * as words from "./words.ts";

const blank: RateLineFields = { product: "", amount_from: "", months_from: "", rate: "" };

export function AgreementRates({ form, view }: { form: Form<AgreementForm>; view: LendersView }) {
  const { rate_lines } = form.typed;
  const put = (next: RateLineFields[]) => form.put({ rate_lines: next });
  const tie = (at: number, field: keyof RateLineFields) => ({
    name: `rate_lines.${at}.${field}`,
    error: form.errorOf(`rate_lines.${at}.${field}`),
    value: rate_lines[at]?.[field] ?? "",
    onInput: (text: string) =>
      put(rate_lines.map((line, place) => (place === at ? { ...line, [field]: text } : line))),
  });
  return (
    <div class="stack">
      {rate_lines.map((line, at) => (
        <div class="row top" key={at}>
          {(view.products.length > 1 || line.product !== "") && (
            <Select
              label={words.rateProduct}
              blank={words.anyProduct}
              options={view.products}
              {...tie(at, "product")}
            />
          )}
          <MoneyField label={words.amountMin} optional {...tie(at, "amount_from")} />
          <TextField
            label={words.rateMonths}
            optional
            width="w-short"
            inputMode="numeric"
            {...tie(at, "months_from")}
          />
          <TextField label={words.rate} width="w-short" inputMode="decimal" {...tie(at, "rate")} />
          <button
            type="button"
            class="button quiet"
            aria-label={words.removeRate(at + 1)}
            onClick={() => put(rate_lines.filter((_, place) => place !== at))}
          >
            {words.remove}
          </button>
        </div>
      ))}
      {rate_lines.length > 0 && <p class="hint">{words.ratesHint}</p>}
      <div>
        <Button small sign="plus" onClick={() => put([...rate_lines, blank])}>
          {words.addRate}
        </Button>
      </div>
    </div>
  );
}
