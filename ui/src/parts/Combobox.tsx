// A long list that filters while typing: arrows choose, Entrée takes, Échap
// closes. The pattern is the editable combobox of the ARIA practices.

import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import { Field, type FieldProps } from "./Field.tsx";
import { words } from "./words.ts";

export interface Pick {
  key: string;
  label: string;
  /** Said after the label, in lighter ink. */
  note?: string | undefined;
  group: string;
}

interface ComboboxProps<P extends Pick> extends FieldProps {
  name: string;
  /** What is chosen, or nothing yet. */
  value: P | null;
  /** The choices that answer what is typed, in the order shown. */
  filter: (typed: string) => readonly P[];
  onPick: (pick: P | null) => void;
  /** The choice is made and done with: by Entrée or a click. Tab makes it too, and goes on by itself. */
  onTaken: () => void;
  arrival?: boolean;
}

export function Combobox<P extends Pick>(props: ComboboxProps<P>) {
  const { value, filter, onPick, onTaken } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const list = useId();
  const choices = useMemo(() => (isOpen ? filter(typed ?? "") : []), [isOpen, typed, filter]);
  const active = choices[at];

  const close = () => {
    setOpen(false);
    setTyped(null);
    setAt(0);
  };
  const take = (pick: P) => {
    close();
    onPick(pick);
    onTaken();
  };
  const show = () => {
    setOpen(true);
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.key !== "ArrowDown") return;
    if (event.key === "Tab" && isOpen && typed && active) onPick(active);
    if (!onListKey(event, { isOpen, at, count: choices.length, show, close, setAt })) {
      if (event.key !== "Enter" || !isOpen || !active) return;
      take(active);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Field {...props} class={`combo ${props.class ?? ""}`}>
      {(ties) => (
        <>
          <input
            {...ties}
            name={props.name}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={list}
            aria-activedescendant={active ? `${list}-${active.key}` : undefined}
            data-arrival={props.arrival || undefined}
            autoComplete="off"
            spellcheck={false}
            value={typed ?? value?.label ?? ""}
            onClick={show}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              if (value) onPick(null);
              show();
            }}
            onKeyDown={onKeyDown}
            onBlur={close}
          />
          <Choices id={list} isOpen={isOpen} typed={typed ?? ""} choices={choices} at={at} onTake={take} />
        </>
      )}
    </Field>
  );
}

interface ListKeys {
  isOpen: boolean;
  at: number;
  count: number;
  show: () => void;
  close: () => void;
  setAt: (at: number) => void;
}

/** The keys that move in the list; `false` for any other. */
function onListKey(event: KeyboardEvent, list: ListKeys): boolean {
  const { isOpen, at, count } = list;
  const last = Math.max(0, count - 1);
  const moves: Record<string, number> = {
    ArrowDown: Math.min(at + 1, last),
    ArrowUp: Math.max(at - 1, 0),
    PageDown: Math.min(at + 8, last),
    PageUp: Math.max(at - 8, 0),
  };
  if (event.ctrlKey) return false;
  if (event.key === "Escape") {
    if (isOpen) list.close();
    return isOpen;
  }
  const to = moves[event.key];
  if (to === undefined) return false;
  if (isOpen) list.setAt(to);
  else list.show();
  return true;
}

interface ChoicesProps<P> {
  id: string;
  isOpen: boolean;
  typed: string;
  choices: readonly P[];
  at: number;
  onTake: (pick: P) => void;
}

function Choices<P extends Pick>({ id, isOpen, typed, choices, at, onTake }: ChoicesProps<P>) {
  const box = useRef<HTMLDivElement>(null);
  const active = choices[at]?.key;
  useEffect(() => {
    if (active) box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <>
      <div
        class="choices"
        id={id}
        role="listbox"
        aria-label={words.matches(choices.length)}
        hidden={!isOpen || choices.length === 0}
        ref={box}
      >
        {byGroup(choices).map(([group, picks], index) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
          <div key={group} role="group" aria-labelledby={`${id}-g${index}`}>
            <span class="group" id={`${id}-g${index}`} role="presentation">
              {group}
            </span>
            {picks.map((pick) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
              <div
                key={pick.key}
                id={`${id}-${pick.key}`}
                class="choice"
                role="option"
                tabIndex={-1}
                aria-selected={pick.key === active}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onTake(pick)}
              >
                {pick.label} {pick.note && <span class="soft small">{pick.note}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p class="choices none" role="status" hidden={!isOpen || choices.length > 0}>
        {isOpen && choices.length === 0 ? words.noMatch(typed) : ""}
      </p>
    </>
  );
}

function byGroup<P extends Pick>(choices: readonly P[]): [string, P[]][] {
  const groups = new Map<string, P[]>();
  for (const pick of choices) {
    const group = groups.get(pick.group);
    if (group) group.push(pick);
    else groups.set(pick.group, [pick]);
  }
  return [...groups];
}
