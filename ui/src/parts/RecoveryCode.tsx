// A recovery code shown once, and the two groups of it copied back.

import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";
import { type Out, OutButtons } from "./PaperPreview.tsx";
import { TextField } from "./TextField.tsx";
import * as words from "./words.ts";

interface GroupTyped {
  typed: string;
  right: string | null;
  wrong: string | null;
}

interface CodeProps {
  /** The code and the numbers of the groups asked back, once it was drawn. */
  prepared: { recovery_code: readonly string[]; asked: readonly number[] } | null;
  groups: readonly GroupTyped[];
  /** The ways its sheet goes out. */
  sheet: Out | null;
  /** What was refused of a group, once everything was sent. */
  refused: (index: number) => string | null | undefined;
  onInput: (index: number, typed: string) => void;
  /** A group is whole, or was left. */
  onTyped: (index: number, typed: string) => void;
  /** What stands at the end of the row of groups. */
  children?: ComponentChildren;
}

export function CopiedCode({ prepared, groups, sheet, refused, onInput, onTyped, children }: CodeProps) {
  return (
    <>
      {prepared ? (
        <ol class="code" aria-label={words.codeLabel}>
          {prepared.recovery_code.map((group) => (
            <li key={group}>{group}</li>
          ))}
        </ol>
      ) : (
        <p role="status">{words.preparing}</p>
      )}
      <p class="hint measure">{words.codeCopy}</p>
      {prepared && sheet && (
        <div class="small-gap">
          <OutButtons out={sheet} name={words.sheetFile} open={words.printSheet} save={words.saveSheet}>
            <p class="hint measure small-gap">{words.sheetLeaves}</p>
          </OutButtons>
        </div>
      )}
      <h3 class="gap">{words.checkTitle}</h3>
      <p class="hint">{words.checkIntro}</p>
      <div class="row small-gap top">
        {prepared?.asked.map((number, index) => (
          <GroupField
            key={number}
            name={`retyped_${index + 1}`}
            number={number}
            group={groups[index] ?? { typed: "", right: null, wrong: null }}
            refused={refused(index)}
            onInput={(typed) => {
              onInput(index, typed);
              if (typed.trim().length === 4) onTyped(index, typed);
            }}
            onLeave={() => groups[index]?.right === null && onTyped(index, groups[index]?.typed ?? "")}
          />
        ))}
        {children}
      </div>
    </>
  );
}

interface GroupFieldProps {
  name: string;
  number: number;
  group: GroupTyped;
  refused: string | null | undefined;
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
        width="monospace w-two"
        maxLength={8}
        error={group.wrong ?? (group.right === null ? refused : null)}
        onInput={onInput}
        onLeave={onLeave}
      />
      <p class="hint" role="status">
        {group.right !== null && (
          <span class="state ok">
            <Icon name="check" /> {group.right}
          </span>
        )}
      </p>
    </div>
  );
}
