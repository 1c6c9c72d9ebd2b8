import { useEffect, useRef } from "preact/hooks";
import { useRecoverySheet } from "../../ipc/paper_out.ts";
import { blankGroup, compared, type Group } from "../../ipc/secrets.ts";
import type { Failure, PreparedOffice } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { focusField } from "../../parts/place.ts";
import { CopiedCode } from "../../parts/RecoveryCode.tsx";
import type { Errors, OfficeForm } from "./logic.ts";
import * as words from "./words.ts";

interface CodeStepProps {
  prepared: PreparedOffice | null;
  /** What heads the sheet of the code. */
  office: OfficeForm;
  /** The groups copied back, kept when the step is left. */
  groups: readonly Group[];
  onInput: (change: (groups: readonly Group[]) => readonly Group[]) => void;
  failure: Failure | null;
  errors: Errors;
  busy: boolean;
  onBack: () => void;
  onDone: (retyped: string[]) => void;
}

export function CodeStep(props: CodeStepProps) {
  const { prepared, office, groups, onInput: setGroups, failure, errors, busy, onBack, onDone } = props;
  const place = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const sheet = useRecoverySheet(office);
  useEffect(() => heading.current?.focus(), []);

  const put = (index: number, group: Group) =>
    setGroups((all) => all.map((one, at) => (at === index ? group : one)));
  // An answer about what is no longer in the field is not shown.
  const judge = (index: number, group: Group) =>
    setGroups((all) => all.map((one, at) => (at === index && one.typed === group.typed ? group : one)));
  const check = async (index: number, typed: string) => {
    const number = prepared?.asked[index];
    if (number === undefined || typed.trim() === "") return;
    judge(index, await compared(number, typed));
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
      <CopiedCode
        prepared={prepared}
        groups={groups}
        sheet={office && sheet}
        refused={(index) => errors[`retyped_${index + 1}`]}
        onInput={(index, typed) => put(index, { ...blankGroup, typed })}
        onTyped={check}
      >
        <span class="grow" />
        <Button look="quiet" onClick={onBack} disabled={busy}>
          {words.back}
        </Button>
        <Button submit look="main" disabled={!areRight || busy} describedBy="why-not-yet">
          {busy ? words.starting : words.start}
        </Button>
      </CopiedCode>
      <p class="hint small-gap" id="why-not-yet">
        {!areRight && words.checkFirst}
      </p>
      <Refused failure={failure} />
    </form>
  );
}
