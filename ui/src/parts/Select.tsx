import { useRef } from "preact/hooks";
import { Field, type FieldProps } from "./Field.tsx";

export interface Option {
  key: string;
  label: string;
  group?: string | null;
  /** No longer offered: shown only while it is the one chosen. */
  retired?: boolean;
}

interface OptionsProps {
  options: readonly Option[];
  /** The line for « nothing chosen »; without it a choice is always made. */
  blank?: string | undefined;
}

interface ListProps extends OptionsProps {
  name?: string;
  value: string;
  onInput: (key: string) => void;
  /** The choice is made: at once by the pointer, on leaving the list by the arrows, which pass over others. */
  onLeave?: (() => void) | undefined;
}

interface SelectProps extends FieldProps, ListProps {
  name: string;
}

export function Select(props: SelectProps) {
  return (
    <Field {...props}>
      {(ties) => (
        <List
          {...ties}
          name={props.name}
          value={props.value}
          options={props.options}
          blank={props.blank}
          onInput={props.onInput}
          onLeave={props.onLeave}
        />
      )}
    </Field>
  );
}

interface Voice {
  id?: string;
  disabled?: boolean;
  "aria-label"?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
}

/**
 * The list alone, where its label is elsewhere; the only native one of the page.
 *
 * WebKitGTK goes on using a list after its change event: if what the choice does takes the list off the page during
 * the event, the process of the page reads freed memory and ends. The choice is passed on once the event is over.
 */
export function List({ options, blank, onInput, onLeave, ...select }: ListProps & Voice) {
  const byKey = useRef(false);
  const chosen = useRef<(() => void) | null>(null);
  const pass = () => {
    const choice = chosen.current;
    chosen.current = null;
    choice?.();
  };
  return (
    <select
      {...select}
      onKeyDown={(event) => {
        pass();
        byKey.current = movesChoice(event);
      }}
      onPointerDown={() => {
        byKey.current = false;
      }}
      onChange={(event) => {
        const { value } = event.currentTarget;
        const isMade = !byKey.current;
        chosen.current = () => {
          onInput(value);
          if (isMade) onLeave?.();
        };
        setTimeout(pass);
      }}
      onBlur={() => {
        pass();
        onLeave?.();
      }}
    >
      <Options options={options} blank={blank} selected={select.value} />
    </select>
  );
}

/** Whether a key passes to another choice without making it: Espace, Entrée and Alt ↓ open the list instead. */
export function movesChoice({ key, altKey }: Pick<KeyboardEvent, "key" | "altKey">): boolean {
  return !altKey && key !== " " && key !== "Enter";
}

/** The options in the order given, those of a group under its name. */
function Options({ options, blank, selected }: OptionsProps & { selected: string }) {
  const offered = options.filter((option) => !option.retired || option.key === selected);
  return (
    <>
      {blank !== undefined && (
        <option value="" selected={selected === ""}>
          {blank}
        </option>
      )}
      {grouped(offered).map(([group, members]) => {
        const lines = members.map((option) => (
          <option key={option.key} value={option.key} selected={option.key === selected}>
            {option.label}
          </option>
        ));
        return group === null ? (
          lines
        ) : (
          <optgroup key={group} label={group}>
            {lines}
          </optgroup>
        );
      })}
    </>
  );
}

function grouped(options: readonly Option[]): [string | null, Option[]][] {
  const groups: [string | null, Option[]][] = [];
  for (const option of options) {
    const group = option.group ?? null;
    const last = groups.at(-1);
    if (last && last[0] === group) last[1].push(option);
    else groups.push([group, [option]]);
  }
  return groups;
}
