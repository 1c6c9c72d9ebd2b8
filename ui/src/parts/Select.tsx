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
  name: string;
  value: string;
  onInput: (key: string) => void;
  /** The choice is made: at once by the pointer, on leaving the list by the arrows, which pass over others. */
  onLeave?: (() => void) | undefined;
}

interface SelectProps extends FieldProps, ListProps {}

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
  "aria-label"?: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** The list alone, where its label is elsewhere. */
export function List({ options, blank, onInput, onLeave, ...select }: ListProps & Voice) {
  const byKey = useRef(false);
  return (
    <select
      {...select}
      onKeyDown={(event) => {
        byKey.current = movesChoice(event);
      }}
      onPointerDown={() => {
        byKey.current = false;
      }}
      onChange={(event) => {
        onInput(event.currentTarget.value);
        if (!byKey.current) onLeave?.();
      }}
      onBlur={onLeave}
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
export function Options({ options, blank, selected }: OptionsProps & { selected: string }) {
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
