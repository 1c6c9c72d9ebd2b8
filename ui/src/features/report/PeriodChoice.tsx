import { useState } from "preact/hooks";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { ReportView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form } from "../../parts/Form.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { usePlace } from "../../parts/place.ts";
import { Select } from "../../parts/Select.tsx";
import { DateField } from "../../parts/TextField.tsx";
import { addressOfNumbers, everyDossier, keyOf, type Options, optionsOf } from "./logic.ts";
import * as words from "./words.ts";

/** The years that have something to tell, one link each, their parts and any two days. */
export function PeriodChoice({ view, at }: { view: ReportView; at: string }) {
  const place = usePlace();
  const isYear = view.period.year !== null;
  const isPart = view.choices.parts.some(({ key }) => key === view.period.key);
  const [isOpen, open] = useState(!isYear && !isPart);
  const options = optionsOf(at);
  const year = view.period.from.iso.slice(0, 4);
  return (
    <div class="period">
      <nav class="pills" aria-label={words.years}>
        {view.years.map((one) => (
          <a
            key={one}
            class="pill"
            href={`#${addressOfNumbers(keyOf(one, options))}`}
            aria-current={view.period.year === one ? "page" : undefined}
          >
            {one}
          </a>
        ))}
        <button type="button" class="pill" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {words.otherPeriod}
        </button>
      </nav>
      {isOpen && <TwoDays view={view} at={at} />}
      <div class="row top small-gap">
        <Select
          name="part"
          label={words.part}
          options={[{ key: year, label: words.wholeYear }, ...view.choices.parts]}
          blank={isYear || isPart ? undefined : view.period.title}
          value={isYear || isPart ? view.period.key : ""}
          onInput={(key) => key && place.go(addressOfNumbers(keyOf(key, options)))}
        />
        {view.choices.comparisons.length > 0 && (
          <Select
            name="against"
            label={words.against}
            options={view.choices.comparisons}
            value={view.choices.against}
            onInput={(against) =>
              place.go(
                addressOfNumbers(
                  keyOf(view.period.key, { ...options, against: against as Options["against"] }),
                ),
              )
            }
          />
        )}
        <Narrowing view={view} options={options} />
      </div>
    </div>
  );
}

const NARROWINGS = ["lender", "product", "purpose", "referrer"] as const;

/** A part of the dossiers: of a lender, a product, a purpose, a referrer. */
function Narrowing({ view, options }: { view: ReportView; options: Options }) {
  const place = usePlace();
  const [isOpen, open] = useState(view.choices.narrowed_label !== "");
  const lists = {
    lender: view.choices.lenders,
    product: view.choices.products,
    purpose: view.choices.purposes,
    referrer: view.choices.referrers,
  };
  const go = (narrowed: Options["narrowed"]) =>
    place.go(addressOfNumbers(keyOf(view.period.key, { ...options, narrowed })));
  if (!isOpen) {
    return (
      <Button small onClick={() => open(true)}>
        {words.narrow}
      </Button>
    );
  }
  return (
    <>
      {NARROWINGS.filter((name) => lists[name].length > 0).map((name) => (
        <Select
          key={name}
          name={name}
          label={words.narrowTo[name]}
          options={lists[name]}
          blank={words.all}
          value={options.narrowed[name]}
          onInput={(value) => go({ ...options.narrowed, [name]: value })}
        />
      ))}
      {view.choices.narrowed_label && (
        <Notice
          tone="info"
          actions={
            <Button small onClick={() => go(everyDossier)}>
              {words.everything}
            </Button>
          }
        >
          {words.narrowedTo(view.choices.narrowed_label)}
        </Notice>
      )}
    </>
  );
}

function TwoDays({ view, at }: { view: ReportView; at: string }) {
  const place = usePlace();
  const isYear = view.period.year !== null;
  const form = useForm({
    name: "period",
    recorded: { from: isYear ? "" : view.period.from.iso, to: isYear ? "" : view.period.to.iso },
    isQuestion: true,
    send: async (days) => {
      const counted = await call("report", { year: "", ...days });
      place.go(addressOfNumbers(keyOf(counted.period.key, optionsOf(at))));
    },
  });
  return (
    <Form form={form} class="row top small-gap">
      <DateField label={words.from} {...form.tie("from")} />
      <DateField label={words.to} {...form.tie("to")} />
      <Button submit disabled={form.busy}>
        {words.count}
      </Button>
    </Form>
  );
}
