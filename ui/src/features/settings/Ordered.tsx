// A list whose order is changed by buttons: what moves is told, and keeps the focus.

import { useLayoutEffect, useRef } from "preact/hooks";
import type { Choice } from "../../ipc/types.ts";
import { usePlace } from "../../parts/place.ts";
import { movedBy } from "./logic.ts";
import * as words from "./words.ts";

interface OrderedProps {
  label: string;
  /** What the keys are called. */
  choices: readonly Pick<Choice, "key" | "label">[];
  keys: readonly string[];
  /** Whether it stands as most have it: then there is nothing to come back to. */
  isUsual: boolean;
  /** Whether one may be taken out. */
  canRemove?: boolean;
  onChange: (keys: string[]) => void;
  onUsual: () => void;
}

export function Ordered({ label, choices, keys, isUsual, canRemove, onChange, onUsual }: OrderedProps) {
  const { say } = usePlace();
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ key: string; by: -1 | 1 } | "all" | null>(null);
  const named = (key: string) => choices.find((one) => one.key === key)?.label ?? key;
  // The button that moved a line goes with it; at an end the other one takes the focus. Back in the usual order, the
  // first one does.
  useLayoutEffect(() => {
    const what = moved.current;
    if (what === null) return;
    moved.current = null;
    const line =
      what === "all" ? list.current : list.current?.querySelector(`[data-key="${CSS.escape(what.key)}"]`);
    const button =
      what === "all" ? null : line?.querySelector<HTMLButtonElement>(`[data-by="${what.by}"]:not(:disabled)`);
    (button ?? line?.querySelector<HTMLButtonElement>("button:not(:disabled)"))?.focus();
  });
  const move = (key: string, by: -1 | 1) => {
    const next = movedBy(keys, key, by);
    moved.current = { key, by };
    onChange(next);
    say(words.movedTo(named(key), next.indexOf(key) + 1, next.length));
  };
  const usual = () => {
    moved.current = "all";
    onUsual();
    say(words.inUsualOrder);
  };
  if (keys.length === 0) return null;
  return (
    <fieldset>
      <legend>{label}</legend>
      <ol aria-label={label} ref={list}>
        {keys.map((key, place) => (
          <li key={key} data-key={key}>
            {place + 1}. {named(key)}{" "}
            <button
              type="button"
              class="button quiet small"
              data-by="-1"
              aria-label={words.upName(named(key))}
              disabled={place === 0}
              onClick={() => move(key, -1)}
            >
              {words.up}
            </button>
            <button
              type="button"
              class="button quiet small"
              data-by="1"
              aria-label={words.downName(named(key))}
              disabled={place === keys.length - 1}
              onClick={() => move(key, 1)}
            >
              {words.down}
            </button>
            {canRemove && (
              <button
                type="button"
                class="button quiet small"
                aria-label={words.removeDocument(named(key))}
                onClick={() => onChange(keys.filter((one) => one !== key))}
              >
                {words.remove}
              </button>
            )}
          </li>
        ))}
      </ol>
      {!isUsual && (
        <button type="button" class="button small" aria-label={words.usualOrderOf(label)} onClick={usual}>
          {words.usualOrder}
        </button>
      )}
    </fieldset>
  );
}
