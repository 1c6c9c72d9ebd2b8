// The parts of the bilan: six figures, the flow and its bridge, the years, the cost, what it changed.

import type { ComponentChildren } from "preact";
import type {
  BilanBridge,
  BilanEffects,
  BilanFlow,
  BilanKey,
  BilanMoney,
  BilanNumber,
  BilanView,
  BilanYears,
} from "../../ipc/types.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Table } from "../../parts/Table.tsx";
import { addressOfNumber, type NumberKey } from "./logic.ts";
import * as words from "./words.ts";

interface Opened {
  /** The period and its options, as addresses name them. */
  at: string;
  /** The number whose dossiers are beside it. */
  shown: NumberKey | null;
}

function keyOfNumber({ of, row, column }: BilanNumber): NumberKey {
  return row === "" ? { of } : { of, row, column };
}

function isShown(number: BilanNumber, shown: NumberKey | null): boolean {
  return (
    number.of === shown?.of && number.row === (shown.row ?? "") && number.column === (shown.column ?? "")
  );
}

/** A number that opens its dossiers, or stands alone. */
function Opening({
  number,
  at,
  shown,
  children,
}: Opened & { number: BilanNumber; children: ComponentChildren }) {
  if (number.of === "") return <div>{children}</div>;
  return (
    <a
      href={`#${addressOfNumber(at, keyOfNumber(number))}`}
      aria-current={isShown(number, shown) ? "true" : undefined}
    >
      {children}
    </a>
  );
}

export function Keys({ keys, ...opened }: Opened & { keys: readonly BilanKey[] }) {
  return (
    <div class="six">
      {keys.map(({ number, caption, before }) => (
        <Opening key={caption} number={number} {...opened}>
          <b>{number.text}</b> <span>{caption}</span> {before && <span>{before}</span>}
        </Opening>
      ))}
    </div>
  );
}

export function Flow({
  flow,
  children,
  ...opened
}: Opened & { flow: BilanFlow; children: ComponentChildren }) {
  return (
    <Sheet title={flow.title}>
      <div class="flow">
        {flow.boxes.map(({ number, detail, shade }) => (
          <div key={number.text} class={`${shade}-box`}>
            <Opening number={number} {...opened}>
              <b>{number.text}</b> {detail && <span>{detail}</span>}
            </Opening>
          </div>
        ))}
      </div>
      {children}
    </Sheet>
  );
}

/** What was done in the period, for its requests and for those of before. */
export function Bridge({ view, ...opened }: Opened & { view: BilanView }) {
  if (view.bridge.length === 0) return null;
  const over = (text: string) => ({ text, isOverFigures: true });
  return (
    <>
      <Table
        label={words.bridge}
        class="bridge"
        heads={[words.bridge, over(words.done), over(words.ofThePeriod), over(words.ofBefore)]}
      >
        {view.bridge.map((step) => (
          <Step key={step.label} step={step} {...opened} />
        ))}
      </Table>
      {view.bridge_note && <p class="foot-note">{view.bridge_note}</p>}
    </>
  );
}

function Step({ step, at, shown }: Opened & { step: BilanBridge }) {
  const cells = [
    { number: step.all, said: words.done },
    { number: step.own, said: words.ofThePeriod },
    { number: step.before, said: words.ofBefore },
  ];
  return (
    <tr class={cells.some(({ number }) => isShown(number, shown)) ? "opened" : undefined}>
      <th scope="row">{step.label}</th>
      {cells.map(({ number, said }) => (
        <td key={said} class="num">
          {number.of === "" ? (
            number.text
          ) : (
            <a
              href={`#${addressOfNumber(at, keyOfNumber(number))}`}
              aria-label={`${number.text}\u202f: ${step.label}, ${said}`}
            >
              {number.text}
            </a>
          )}
        </td>
      ))}
    </tr>
  );
}

export function Years({ years: { title, years } }: { years: BilanYears }) {
  return (
    <Sheet title={title}>
      <ol class="five">
        {years.map(({ label, value, lines, height }) => (
          <li key={label}>
            <svg viewBox="0 0 10 1000" preserveAspectRatio="none" aria-hidden="true">
              <rect y={1000 - height} width="10" height={height} />
            </svg>
            <b>{value}</b>
            {lines.map((line) => (
              <small key={line}>{line}</small>
            ))}
            <small>{label}</small>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

export function Money({ money }: { money: BilanMoney }) {
  return (
    <Sheet title={money.title}>
      {money.lines.length > 0 && (
        <Table
          label={money.title}
          class="dense"
          heads={[words.cost, words.amount].map((text) => ({ text, isHeard: true }))}
        >
          {money.lines.map(({ label, amount, is_total }) => (
            <tr key={label} class={is_total ? "sum" : undefined}>
              <th scope="row">{label}</th>
              <td class="num">{amount}</td>
            </tr>
          ))}
        </Table>
      )}
      {[money.ratio, money.note].filter(Boolean).map((said) => (
        <p key={said} class="foot-note">
          {said}
        </p>
      ))}
    </Sheet>
  );
}

export function Effects({ effects }: { effects: BilanEffects }) {
  return (
    <Sheet title={effects.title}>
      {effects.quote && <p class="body">{effects.quote}</p>}
      {effects.rows.length > 0 && (
        <Table
          label={effects.title}
          class="dense"
          heads={[words.question, words.bars, words.answers].map((text) => ({ text, isHeard: true }))}
        >
          {effects.rows.map(({ label, text, length }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="bars">
                <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={length} height="10" class="period-bar" />
                </svg>
              </td>
              <td class="num">{text}</td>
            </tr>
          ))}
        </Table>
      )}
      <p class="foot-note">{effects.note}</p>
    </Sheet>
  );
}
