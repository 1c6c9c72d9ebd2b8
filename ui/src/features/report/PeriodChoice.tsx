import { useRef, useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { ReportView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField, usePlace } from "../../parts/place.ts";
import { DateField } from "../../parts/TextField.tsx";
import { addressOf } from "./logic.ts";
import { words } from "./words.ts";

/** The years that have something to tell, one link each, and any two days. */
export function PeriodChoice({ view }: { view: ReportView }) {
  const isYear = view.period.year !== null;
  const [isOpen, open] = useState(!isYear);
  return (
    <div class="period">
      <nav class="pills" aria-label={words.years}>
        {view.years.map((year) => (
          <a
            key={year}
            class="pill"
            href={`#${addressOf(year)}`}
            aria-current={view.period.year === year ? "page" : undefined}
          >
            {year}
          </a>
        ))}
        <button type="button" class="pill" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {words.otherPeriod}
        </button>
      </nav>
      {isOpen && <TwoDays view={view} />}
    </div>
  );
}

function TwoDays({ view }: { view: ReportView }) {
  const place = usePlace();
  const form = useRef<HTMLFormElement>(null);
  const isYear = view.period.year !== null;
  const [from, setFrom] = useState(isYear ? "" : view.period.from.iso);
  const [to, setTo] = useState(isYear ? "" : view.period.to.iso);
  const asking = useAction(async () => {
    const counted = await call("report", { year: "", from, to });
    place.go(addressOf(counted.period.key));
  });
  const field = asking.failure?.field ?? null;
  const errorOf = (name: string) => (field === name ? sentenceOf(asking.failure) : null);
  return (
    <form
      class="row top gap-s"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void asking
          .run()
          .then(() => requestAnimationFrame(() => focusField(form.current, refusedField(form.current))));
      }}
    >
      <DateField
        name="from"
        label={words.from}
        value={from}
        onInput={setFrom}
        placeholder={words.dateForm}
        error={errorOf("from")}
      />
      <DateField
        name="to"
        label={words.to}
        value={to}
        onInput={setTo}
        placeholder={words.dateForm}
        error={errorOf("to")}
      />
      <Button submit disabled={asking.busy}>
        {words.count}
      </Button>
      {field === null && <Refused failure={asking.failure} />}
    </form>
  );
}

function sentenceOf(failure: { message: string; remedy: string | null } | null): string | null {
  return failure && [failure.message, failure.remedy].filter(Boolean).join(" ");
}

function refusedField(form: HTMLFormElement | null): string | null {
  return form?.querySelector("[aria-invalid]")?.getAttribute("name") ?? null;
}
