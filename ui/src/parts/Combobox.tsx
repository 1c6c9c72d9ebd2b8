// A long list that filters while typing: arrows choose, Entrée takes, Échap
// closes. The pattern is the editable combobox of the ARIA practices. Nothing
// is taken by chance: only what an arrow lit, the only match, or the very words.

import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import { Field, type FieldProps } from "./Field.tsx";
import * as words from "./words.ts";

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
  /** Offered when nothing answers. */
  others: readonly P[];
  /** The choice, and what was typed to find it. */
  onPick: (pick: P | null, typed: string) => void;
  /** The choice is made and done with: by Entrée or a click. Tab makes it too, and goes on by itself. */
  onTaken: () => void;
  arrival?: boolean;
  /** Whether what is typed takes the first choice when no arrow lit another, or the only one offered when nothing answers. */
  takesFirst?: boolean;
  placeholder?: string;
}

export function Combobox<P extends Pick>(props: ComboboxProps<P>) {
  const { value, filter, others, onPick, onTaken } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [isLeft, setLeft] = useState(false);
  const [at, setAt] = useState(NONE);
  const list = useId();
  const matches = useMemo(() => filter(typed ?? ""), [typed, filter]);
  const choices = matches.length > 0 ? matches : others;
  const mayTakeFirst = props.takesFirst && (matches.length > 0 || others.length === 1);
  const first = mayTakeFirst && typed?.trim() ? 0 : sureOf(matches, typed ?? "");
  const active = choices[at === NONE ? first : at];
  const isUndecided = value === null && !!typed?.trim();

  const close = () => {
    setOpen(false);
    setAt(NONE);
  };
  const choose = (pick: P) => {
    close();
    setTyped(null);
    setLeft(false);
    onPick(pick, typed ?? "");
  };
  const take = (pick: P) => {
    choose(pick);
    onTaken();
  };
  const show = () => {
    setOpen(true);
    setAt(NONE);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.key !== "ArrowDown") return;
    const isLit = isOpen && active !== undefined && (typed || at !== NONE);
    if (event.key === "Tab" || (event.key === "Enter" && event.ctrlKey)) {
      if (isLit) choose(active);
      return;
    }
    if (!onListKey(event, { isOpen, at, count: choices.length, show, close, setAt })) {
      if (event.key !== "Enter") return;
      if (isLit) take(active);
      else if (isUndecided) {
        setLeft(true);
        (event.currentTarget as HTMLInputElement).select();
      } else return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Field
      {...props}
      error={isUndecided && isLeft ? words.undecided(typed ?? "", matches.length) : props.error}
      class={`combo ${props.class ?? ""}`}
    >
      {(ties) => (
        <>
          <input
            {...ties}
            name={props.name}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={list}
            aria-activedescendant={isOpen && active ? `${list}-${active.key}` : undefined}
            data-arrival={props.arrival || undefined}
            placeholder={props.placeholder}
            autoComplete="off"
            spellcheck={false}
            value={typed ?? value?.label ?? ""}
            onClick={show}
            // What no choice answered is typed over, not added to.
            onFocus={(event) => isUndecided && event.currentTarget.select()}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setLeft(false);
              if (value) onPick(null, "");
              show();
            }}
            onKeyDown={onKeyDown}
            onBlur={() => {
              close();
              // What was typed stays; only an empty field lets go of it.
              if (isUndecided) setLeft(true);
              else setTyped(null);
            }}
          />
          <Choices
            id={list}
            isOpen={isOpen}
            none={matches.length === 0 ? words.noMatch(typed ?? "") : null}
            choices={isOpen ? choices : []}
            active={active?.key}
            onTake={take}
          />
        </>
      )}
    </Field>
  );
}

/** No choice lit by an arrow. */
const NONE = -1;

/** The only match, or the one whose label is what was typed. */
function sureOf(matches: readonly Pick[], typed: string): number {
  const words = typed.trim().toLowerCase();
  if (matches.length === 1 && words !== "") return 0;
  return matches.findIndex(({ label }) => label.toLowerCase() === words);
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
  /** Said above the choices when none of them answers. */
  none: string | null;
  choices: readonly P[];
  active: string | undefined;
  onTake: (pick: P) => void;
}

function Choices<P extends Pick>({ id, isOpen, none, choices, active, onTake }: ChoicesProps<P>) {
  const box = useRef<HTMLDivElement>(null);
  // Opened at the foot of the window, it would be under its edge.
  useEffect(() => {
    if (isOpen) box.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen, choices.length]);
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
        {none && (
          <p class="none" aria-hidden="true">
            {none}
          </p>
        )}
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
      <p class="heard" role="status">
        {isOpen && none}
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
