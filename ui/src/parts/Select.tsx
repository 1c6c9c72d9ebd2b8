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

interface SelectProps extends FieldProps, OptionsProps {
  name: string;
  value: string;
  onInput: (key: string) => void;
  onLeave?: (() => void) | undefined;
}

export function Select(props: SelectProps) {
  return (
    <Field {...props}>
      {(ties) => (
        <select
          {...ties}
          name={props.name}
          value={props.value}
          onChange={(event) => props.onInput(event.currentTarget.value)}
          onBlur={props.onLeave}
        >
          <Options options={props.options} blank={props.blank} selected={props.value} />
        </select>
      )}
    </Field>
  );
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
