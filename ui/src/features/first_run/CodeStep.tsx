import { useEffect, useRef } from "preact/hooks";
import { asFailure, call } from "../../ipc/call.ts";
import type { Failure, PreparedOffice } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField } from "../../parts/place.ts";
import { TextField } from "../../parts/TextField.tsx";
import type { Errors } from "./logic.ts";
import { words } from "./words.ts";

interface CodeStepProps {
  prepared: PreparedOffice | null;
  /** The groups copied back, kept when the step is left. */
  groups: readonly Group[];
  onInput: (change: (groups: readonly Group[]) => readonly Group[]) => void;
  failure: Failure | null;
  errors: Errors;
  busy: boolean;
  onBack: () => void;
  onDone: (retyped: string[]) => void;
}

export interface Group {
  typed: string;
  right: string | null;
  wrong: string | null;
}
export const blankGroup: Group = { typed: "", right: null, wrong: null };

export function CodeStep(props: CodeStepProps) {
  const { prepared, groups, onInput: setGroups, failure, errors, busy, onBack, onDone } = props;
  const place = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const put = (index: number, group: Group) =>
    setGroups((all) => all.map((one, at) => (at === index ? group : one)));
  // An answer about what is no longer in the field is not shown.
  const judge = (index: number, group: Group) =>
    setGroups((all) => all.map((one, at) => (at === index && one.typed === group.typed ? group : one)));
  const check = async (index: number, typed: string) => {
    const number = prepared?.asked[index];
    if (number === undefined || typed.trim() === "") return;
    try {
      const { text } = await call("check_recovery_group", { number, typed });
      judge(index, { typed, right: text, wrong: null });
    } catch (reason) {
      judge(index, { typed, right: null, wrong: asFailure(reason).message });
    }
  };
  const areRight = groups.every((group) => group.right !== null);
  const submit = (event: Event) => {
    event.preventDefault();
    if (areRight && !busy) onDone(groups.map((group) => group.typed));
    else focusField(place.current, groups[0]?.right === null ? "retyped_1" : "retyped_2");
  };

  return (
    <form ref={place} onSubmit={submit} noValidate>
      <h1 ref={heading} tabIndex={-1}>
        {words.codeTitle}
      </h1>
      <p>
        {words.codeIntro} <strong>{words.codeWarning}</strong>
      </p>
      {prepared ? <Code groups={prepared.recovery_code} /> : <p role="status">{words.preparing}</p>}
      <p class="hint measure">{words.codeCopy}</p>
      <h2 class="gap">{words.checkTitle}</h2>
      <p class="hint">{words.checkIntro}</p>
      <div class="row gap-s top">
        {prepared?.asked.map((number, index) => (
          <GroupField
            key={number}
            name={`retyped_${index + 1}`}
            number={number}
            group={groups[index] ?? blankGroup}
            refused={errors[`retyped_${index + 1}`]}
            onInput={(typed) => {
              put(index, { ...blankGroup, typed });
              if (typed.trim().length === 4) check(index, typed);
            }}
            onLeave={() => groups[index]?.right === null && check(index, groups[index]?.typed ?? "")}
          />
        ))}
        <span class="grow" />
        <Button look="quiet" onClick={onBack} disabled={busy}>
          {words.back}
        </Button>
        <Button submit look="main" disabled={!areRight || busy} describedBy="why-not-yet">
          {busy ? words.starting : words.start}
        </Button>
      </div>
      <p class="hint gap-s" id="why-not-yet">
        {!areRight && words.checkFirst}
      </p>
      <Refused failure={failure} />
    </form>
  );
}

function Code({ groups }: { groups: readonly string[] }) {
  return (
    <ol class="code" aria-label={words.codeLabel}>
      {groups.map((group) => (
        <li key={group}>{group}</li>
      ))}
    </ol>
  );
}

interface GroupFieldProps {
  name: string;
  number: number;
  group: Group;
  refused: string | undefined;
  onInput: (typed: string) => void;
  onLeave: () => void;
}

function GroupField({ name, number, group, refused, onInput, onLeave }: GroupFieldProps) {
  return (
    <div>
      <TextField
        name={name}
        label={words.group(number)}
        value={group.typed}
        width="mono w-short2"
        maxLength={8}
        error={group.wrong ?? (group.right === null ? refused : null)}
        onInput={onInput}
        onLeave={onLeave}
      />
      <p class="hint" role="status">
        {group.right !== null && (
          <span class="st ok">
            <Icon name="check" /> {group.right}
          </span>
        )}
      </p>
    </div>
  );
}
